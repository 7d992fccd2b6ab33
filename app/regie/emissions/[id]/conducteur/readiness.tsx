import {
  AudioLines,
  CircleCheck,
  FileText,
  PauseCircle,
  Podcast,
  RadioTower,
  TriangleAlert,
  UserCheck,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '#app/_ui/badge.tsx'
import type { Tone } from '#app/_ui/tone.ts'
import { consentOfLine, consentState } from '#lib/rights/consent.ts'
import { goesToWords } from './kind-words.tsx'
import type { TimedLine } from './timed-line.ts'

type Sign = { words: string; tone: Tone; icon?: ReactNode }

/** How ready a line is: its text, its sound, where it may be heard, what it lacks, what does not fit. Each with a sign and a word. */
export function Readiness({ line }: { line: TimedLine }) {
  const signs = signsOf(line)
  if (signs.length === 0) return null
  return (
    <p className="flex flex-wrap gap-1">
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
  return [
    ...line.conflicts.map(warning),
    ...line.lacks.map(warning),
    ...readySigns(line),
    ...placeSigns(line),
  ]
}

const warning = (words: string): Sign => ({ words, tone: 'warn', icon: <TriangleAlert size={20} /> })

function readySigns({ story, clip, lacks, conflicts }: TimedLine): Sign[] {
  const consent = ['ok', 'antenneOnly'].includes(consentState(consentOfLine({ story, clip })) ?? '')
  const isTextReady =
    story && (story.state === 'ready' || story.state === 'recorded' || story.state === 'aired')
  return [
    isTextReady && { words: 'Texte prêt', tone: 'ok' as const, icon: <FileText size={20} /> },
    consent && { words: 'Accords notés', tone: 'ok' as const, icon: <UserCheck size={20} /> },
    clip?.state === 'ready' && { words: 'Son prêt', tone: 'ok' as const, icon: <AudioLines size={20} /> },
    !story &&
      !clip &&
      lacks.length + conflicts.length === 0 && {
        words: 'Prêt',
        tone: 'ok' as const,
        icon: <CircleCheck size={20} />,
      },
  ].filter((sign): sign is Exclude<typeof sign, false | null | undefined> => Boolean(sign))
}

/** Commercial music, and a voice that said no to the internet, are heard on air alone, whatever the line says. */
function placeSigns({ clip, story, goesTo }: TimedLine): Sign[] {
  const isRadioOnly = consentState(consentOfLine({ story, clip })) === 'antenneOnly'
  if (clip?.isCommercial || isRadioOnly || goesTo === 'antenne')
    return [{ words: goesToWords.antenne, tone: 'culture', icon: <RadioTower size={20} /> }]
  if (goesTo === 'podcast')
    return [{ words: goesToWords.podcast, tone: 'culture', icon: <Podcast size={20} /> }]
  return []
}
