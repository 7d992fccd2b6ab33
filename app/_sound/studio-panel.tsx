'use client'
import { Check, Mic, RotateCcw } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import type { Room } from './hearing.ts'
import { LiveTake } from './live-take.tsx'
import { NoMicrophoneNote } from './no-microphone-note.tsx'
import type { Said } from './said.ts'
import { StudioBefore } from './studio-before.tsx'
import { StudioCount } from './studio-count.tsx'
import { TakeReview } from './take-review.tsx'
import type { Studio } from './use-studio.ts'

type Props = {
  studio: Studio
  said: Said
  whose: { memberId: string; storyId: string; passage: string }
  room: Room | null
  onRoom: (room: Room | null) => void
  onKept: () => void
  onClose: () => void
}

/** What can be done now: at each step of a take its own. */
export function StudioPanel({ studio, said, whose, room, onRoom, onKept, onClose }: Props) {
  const { step, open, count, begin, end, keep } = studio
  switch (step.kind) {
    case 'asking':
      return (
        <p role="status" className="flex items-center gap-3">
          <Mic /> Le navigateur va demander si on peut utiliser le micro. Dites oui.
        </p>
      )
    case 'none':
      return <NoMicrophoneNote why={step.why} whose={whose} retry={open} close={onClose} />
    case 'before':
      return (
        <StudioBefore
          stream={step.stream}
          room={room}
          onRoom={onRoom}
          mayRoll={said.parts.length > 1}
          begin={() => count(step.stream)}
        />
      )
    case 'count':
      return <StudioCount begin={() => begin(step.stream)} />
    case 'live':
      return <LiveTake recorder={step.recorder} end={() => end(step.recorder)} />
    case 'review':
      return (
        <TakeReview take={step.take} sound={step.sound} wasCut={step.wasCut}>
          <Button icon={<RotateCcw />} onClick={open}>
            {said.again}
          </Button>
          <Button variant="primary" icon={<Check />} onClick={() => keep(step.take, step.sound).then(onKept)}>
            Garder cette prise
          </Button>
        </TakeReview>
      )
  }
}
