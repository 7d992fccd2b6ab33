import { CircleCheck, PauseCircle, Podcast, RadioTower, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '#app/_ui/badge.tsx'
import type { Tone } from '#app/_ui/tone.ts'
import { consentOfLine, consentState } from '#lib/rights/consent.ts'
import { goesToWords } from './kind-words.tsx'
import type { TimedLine } from './timed-line.ts'

type Sign = { words: string; tone: Tone; icon?: ReactNode }

/** How ready a line is: its text, its sound, where it may be heard, what it lacks, what does not fit. Each with a sign and a word. */
export function Readiness({ line }: { line: TimedLine }) {
  const [ready, signs] = [line.isSkipped ? '' : readyWords(line), signsOf(line)]
  if (!ready && signs.length === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {ready && (
        <span className="inline-flex items-center gap-1 text-small text-ok">
          <CircleCheck size={20} />
          <span className="sr-only">Prêt : </span>
          <span className="first-letter:uppercase">{ready}</span>
        </span>
      )}
      {signs.map(({ words, tone, icon }) => (
        <Badge key={words} tone={tone} icon={icon}>
          {words}
        </Badge>
      ))}
    </p>
  )
}

function signsOf(line: TimedLine): Sign[] {
  if (line.isSkipped) return [{ words: 'Mis de côté', tone: 'neutral', icon: <PauseCircle size={20} /> }]
  return [...line.conflicts.map(warning), ...line.lacks.map(warning), ...placeSigns(line)]
}

const warning = (words: string): Sign => ({ words, tone: 'warn', icon: <TriangleAlert size={20} /> })

/** What is there already, in a few words on one line: a sign each would make the list twice as long. */
function readyWords({ story, clip, lacks, conflicts }: TimedLine): string {
  const consent = consentState(consentOfLine({ story, clip }))
  const parts = [
    story && readyStates.has(story.state) && 'texte',
    clip?.state === 'ready' && 'son',
    (consent === 'ok' || consent === 'antenneOnly') && 'accords',
  ].filter((part): part is string => Boolean(part))
  const isPlain = !story && !clip && lacks.length + conflicts.length === 0
  return isPlain ? 'rien à préparer' : parts.join(', ')
}

const readyStates: ReadonlySet<string> = new Set(['ready', 'recorded', 'aired'])

/** Commercial music, and a voice that said no to the internet, are heard on air alone, whatever the line says. */
function placeSigns({ clip, story, goesTo }: TimedLine): Sign[] {
  const isRadioOnly = consentState(consentOfLine({ story, clip })) === 'antenneOnly'
  if (clip?.isCommercial || isRadioOnly || goesTo === 'antenne')
    return [{ words: goesToWords.antenne, tone: 'culture', icon: <RadioTower size={20} /> }]
  if (goesTo === 'podcast')
    return [{ words: goesToWords.podcast, tone: 'culture', icon: <Podcast size={20} /> }]
  return []
}
