'use client'
import { X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { Button } from '#app/_ui/button.tsx'
import type { Room } from './hearing.ts'
import type { Said } from './said.ts'
import { StudioPanel } from './studio-panel.tsx'
import { useStudioSettings } from './studio-settings.ts'
import { StudioText } from './studio-text.tsx'
import { momentWords } from './take-words.ts'
import { useStudio } from './use-studio.ts'

type Props = {
  said: Said
  memberId: string
  storyId: string
  room: Room | null
  onRoom: (room: Room | null) => void
  onKept: () => void
  onClose: () => void
}

/** The studio over the whole window: the room, the count, the voice, then keep it or say it again. */
export function TakeStudio({ said, memberId, storyId, room, onRoom, onKept, onClose }: Props) {
  const titleId = useId()
  const { passage, isChosen, title } = said
  const studio = useStudio(() => ({
    memberId,
    storyId,
    passage,
    isChosen,
    name: `${title}, prise ${momentWords(new Date())}`,
  }))
  const { step } = studio
  const [{ rolls }] = useStudioSettings()
  const { sheet, panel } = useSheet(step.kind)
  // While one speaks, leaving only ends the take: it is heard again before anything is decided.
  const leave = () => (step.kind === 'live' ? void studio.end(step.recorder) : onClose())
  const isLong = said.parts.length > 1
  return (
    <dialog
      ref={sheet}
      aria-labelledby={titleId}
      className="studio"
      onClose={onClose}
      onCancel={(event) => {
        event.preventDefault()
        leave()
      }}
    >
      <div className="studio-rows">
        <header className="studio-head">
          <h2 id={titleId} className="min-w-0 text-lead">
            {said.title}
            {said.where && <span className="font-normal text-ink-2"> · {said.where}</span>}
          </h2>
          <Button variant="quiet" icon={<X />} onClick={leave}>
            Fermer
          </Button>
        </header>
        <StudioText parts={said.parts} rolls={rolls && isLong} isRunning={step.kind === 'live'} />
        <div ref={panel} tabIndex={-1} className="studio-panel">
          <StudioPanel
            studio={studio}
            said={said}
            whose={{ memberId, storyId, passage }}
            room={room}
            onRoom={onRoom}
            onKept={onKept}
            onClose={onClose}
          />
        </div>
      </div>
    </dialog>
  )
}

/** Opens over everything; at each step the eye and the screen reader go on below the text. */
function useSheet(step: string) {
  const sheet = useRef<HTMLDialogElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sheet.current && !sheet.current.open) sheet.current.showModal()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins where the last one ended.
  useEffect(() => panel.current?.focus(), [step])
  return { sheet, panel }
}
