// biome-ignore-all lint/suspicious/noArrayIndexKey: the text is drawn whole, and its blocks have no names.
import { AudioLines, Radio } from 'lucide-react'
import { memo } from 'react'
import { kindWords } from '#app/regie/emissions/[id]/conducteur/kind-words.tsx'
import type { PromptSection } from '#lib/rundown/prompt.ts'
import type { PromptPart } from '#lib/story/prompt.ts'

type Props = {
  sections: readonly PromptSection[]
  onAirId: string | null
  /** One text alone needs no titles between its lines. */
  isAlone: boolean
}

/** The text that rolls: each line of the rundown under its title, then what is said. */
export const PromptText = memo(function PromptText({ sections, onAirId, isAlone }: Props) {
  const isEmpty = isAlone ? sections.every(({ parts }) => parts.length === 0) : sections.length === 0
  return (
    <div className="prompt-text">
      {isEmpty && <p>{isAlone ? 'Ce texte est encore vide.' : 'Le conducteur est vide.'}</p>}
      {sections.map((section) => (
        <div key={section.id}>
          {!isAlone && <Separator section={section} isOnAir={section.id === onAirId} />}
          {section.parts.map((part, at) => (
            <PromptBlock
              key={at}
              part={part}
              section={section.id}
              isNewVoice={part.by !== '' && part.by !== section.parts[at - 1]?.by}
            />
          ))}
        </div>
      ))}
    </div>
  )
})

function Separator({ section, isOnAir }: { section: PromptSection; isOnAir: boolean }) {
  const { label, icon } = kindWords[section.kind]
  return (
    <h2 data-section={section.id} data-ms={0} data-on-air={isOnAir || undefined} className="prompt-separator">
      <span className="prompt-kind">
        {icon}
        <span>
          {label}
          {section.who && ` · ${section.who}`}
        </span>
        {isOnAir && (
          <span className="prompt-on-air">
            <Radio size={20} /> À l’antenne
          </span>
        )}
      </span>
      {section.title || 'Sans titre'}
    </h2>
  )
}

function PromptBlock({
  part,
  section,
  isNewVoice,
}: {
  part: PromptPart
  section: string
  isNewVoice: boolean
}) {
  if (part.kind === 'soundCue') {
    return (
      <p data-section={section} data-ms={0} className="prompt-cue">
        <AudioLines />
        {part.text ? `Son : ${part.text}` : 'Le son passe ici'}
      </p>
    )
  }
  return (
    <p data-section={section} data-ms={Math.round(part.readMs)} className="prompt-block">
      {isNewVoice && <strong className="prompt-voice">{part.by}</strong>}
      {part.text}
    </p>
  )
}
