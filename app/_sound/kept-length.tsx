import { Clock } from '#app/_ui/clock.tsx'
import type { ClipEdit } from '#lib/db/schema.ts'
import { type EditedSound, editedMs } from '#lib/sound/edit.ts'

type Props = { edit: ClipEdit; sound: EditedSound; said: string | null }

/** How much of a sound is kept, and what was said of the last try to change that. */
export function KeptLength({ edit, sound, said }: Props) {
  return (
    <p role="status">
      On garde <Clock durationMs={editedMs(edit, sound)} /> sur <Clock durationMs={sound.durationMs} />.{' '}
      {said}
    </p>
  )
}
