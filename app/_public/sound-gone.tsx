import { FormMessage } from '#app/_ui/form-message.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { isSoundHere } from '#lib/publishing/kept-files.server.ts'

/** Says so above the player when the sound of a published episode is not where it should be; else nothing. */
export async function SoundGone({ episodeId }: { episodeId: string }) {
  if (await isSoundHere(theDb(), theFiles(), episodeId)) return null
  return (
    <FormMessage tone="warn">
      Le son de ce numéro ne peut pas être écouté pour le moment. On s’en occupe. Le texte est là.
    </FormMessage>
  )
}
