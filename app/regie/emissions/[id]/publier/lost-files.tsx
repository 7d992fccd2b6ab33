import { FormMessage } from '#app/_ui/form-message.tsx'
import { publicKinds } from '#lib/publishing/addresses.ts'
import type { LostFile } from '#lib/publishing/kept-files.server.ts'

/** Published files that are gone from the disk: what listeners meet, what is safe, what to do. */
export function LostFiles({ files }: { files: readonly LostFile[] }) {
  const isSound = files.some(({ type }) => type === publicKinds.audio.type)
  return (
    <FormMessage tone="error">
      <p className="font-bold">
        {isSound
          ? 'Le son publié n’est plus sur le disque.'
          : 'Un fichier publié, sous-titres ou version légère, n’est plus sur le disque.'}
      </p>
      <p>
        {isSound
          ? 'Le public voit la page et le texte, mais ne peut plus écouter ce numéro. Les autres numéros marchent.'
          : 'Le public peut écouter, mais pas tout télécharger.'}
      </p>
      <p>
        Remettez le dossier des fichiers depuis une sauvegarde. Sinon, fabriquez le podcast à nouveau, puis
        publiez-le : les applications prendront le nouveau son.
      </p>
    </FormMessage>
  )
}
