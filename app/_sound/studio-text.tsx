// biome-ignore-all lint/suspicious/noArrayIndexKey: the text is drawn whole, and its blocks have no names.
'use client'
import '#app/_prompter/prompter.css'
import './studio.css'
import { AudioLines } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTextRoll } from '#app/_prompter/use-text-roll.ts'
import type { PromptPart } from '#lib/story/prompt.ts'

type Props = {
  parts: readonly PromptPart[]
  /** It goes by itself, at the reader's pace; otherwise by hand. */
  rolls: boolean
  isRunning: boolean
}

/** What is to be said, in large letters. */
export function StudioText({ parts, rolls, isRunning }: Props) {
  const box = useRef<HTMLElement>(null)
  const { roll } = useTextRoll(box, parts)
  useEffect(() => {
    if (rolls && isRunning) roll?.start()
    else roll?.pause()
  }, [roll, rolls, isRunning])
  return (
    <div className="prompt-frame" data-rolls={rolls || undefined}>
      <section
        ref={box}
        className="prompt-box"
        aria-label="Texte à dire"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        tabIndex={0}
      >
        <div className="prompt-text">
          {parts.length === 0 && (
            <p className="prompt-block">Parlez librement, comme à quelqu’un que vous connaissez.</p>
          )}
          {parts.map((part, at) => (
            <Block key={at} part={part} isNewVoice={part.by !== '' && part.by !== parts[at - 1]?.by} />
          ))}
        </div>
      </section>
      {rolls && <div aria-hidden="true" className="prompt-line" />}
    </div>
  )
}

function Block({ part, isNewVoice }: { part: PromptPart; isNewVoice: boolean }) {
  if (part.kind === 'soundCue')
    return (
      <p data-section="" data-ms={0} className="prompt-cue">
        <AudioLines />
        {part.text ? `Son : ${part.text}` : 'Le son passe ici'}
      </p>
    )
  return (
    <p data-section="" data-ms={Math.round(part.readMs)} className="prompt-block">
      {isNewVoice && <strong className="prompt-voice">{part.by}</strong>}
      {part.text}
    </p>
  )
}
