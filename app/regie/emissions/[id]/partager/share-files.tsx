import { Image, Printer, Square } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { sharePath } from '#lib/publishing/share-words.ts'

/** Pictures and the poster, made when they are asked for. */
export function ShareFiles({ episodeId }: { episodeId: string }) {
  const at = `${sharePath}${episodeId}`
  return (
    <section className="grid grid-cols-1 gap-4" aria-labelledby="images">
      <h2 id="images">Images et affiche</h2>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={`${at}/affiche.pdf`} icon={<Printer />} download>
          L’affiche à imprimer (A4)
        </ButtonLink>
        <ButtonLink href={`${at}/image.jpg`} icon={<Image />} download>
          L’image large (1 200 × 630)
        </ButtonLink>
        <ButtonLink href={`${at}/carre.jpg`} icon={<Square />} download>
          L’image carrée (1 080 × 1 080)
        </ButtonLink>
      </div>
      <p className="text-ink-2">
        L’affiche porte un carré à viser avec un téléphone : il ouvre la page du numéro.
      </p>
    </section>
  )
}
