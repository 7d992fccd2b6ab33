// biome-ignore-all lint/suspicious/noArrayIndexKey: the text is drawn whole, and its blocks have no names.
import { AudioLines, Radio } from 'lucide-react'
import { kindWords } from '#app/regie/emissions/[id]/conducteur/kind-words.tsx'
import type { Presented } from '#lib/rundown/presenter.ts'
import { type PromptSection, presenterParts } from '#lib/rundown/prompt.ts'
import { phaseWords, remainingFigures } from './phase-words.ts'

type Props = { title: string; section: PromptSection | null; countdown: Presented['countdown'] }

/** What is on air: its name, its time, and what the presenter says. */
export function NowLine({ title, section, countdown }: Props) {
  const parts = presenterParts(section?.parts ?? [])
  return (
    <section aria-labelledby="maintenant" className="presentation-now">
      <div className="presentation-title">
        <p className="presentation-tag">
          <Radio /> À l’antenne
        </p>
        <h2 id="maintenant">{title || 'Sans titre'}</h2>
        {section && (
          <p className="flex items-center gap-2">
            {kindWords[section.kind].icon}
            {[kindWords[section.kind].label, section.who].filter(Boolean).join(' · ')}
          </p>
        )}
      </div>
      {countdown ? <Remaining countdown={countdown} /> : <p>Cette ligne n’est plus dans le conducteur.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls answers to the keyboard */}
      <section key={section?.id} className="presentation-text" tabIndex={0} aria-label="À dire">
        {parts.map((part, at) =>
          part.kind === 'soundCue' ? (
            <p key={at} className="presentation-cue">
              <AudioLines /> {part.text ? `Son : ${part.text}` : 'Le son passe ici'}
            </p>
          ) : (
            <p key={at}>
              {part.by !== '' && part.by !== parts[at - 1]?.by && <strong>{part.by}</strong>}
              {part.text}
            </p>
          ),
        )}
      </section>
    </section>
  )
}

function Remaining({ countdown }: { countdown: NonNullable<Props['countdown']> }) {
  const phase = countdown.isPaused ? 'paused' : countdown.phase
  const { words, Sign } = phaseWords[phase]
  return (
    <div className="presentation-remaining" data-phase={phase}>
      <p role="status" className="presentation-phase">
        <Sign size={28} /> {words}
      </p>
      <p role="timer" aria-label="Temps restant" aria-live="off" className="presentation-figures tabular">
        {remainingFigures(countdown)}
      </p>
    </div>
  )
}
