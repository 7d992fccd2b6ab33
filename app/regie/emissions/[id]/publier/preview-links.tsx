'use client'
import { Eye, Unlink } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { CopyAddress } from '#app/_public/copy-address.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { cutPreviewAction, makePreviewAction } from './preview-actions.ts'

type Link = { id: string; words: string }
type Props = { episodeId: string; links: readonly Link[] }

/** Secret addresses of the page as it will be; each can be cut. */
export function PreviewLinks({ episodeId, links }: Props) {
  const making = useAct(makePreviewAction)
  const cutting = useAct(cutPreviewAction)
  const address = making.outcome?.ok ? making.outcome.value : null
  return (
    <section className="grid grid-cols-1 gap-4" aria-labelledby="faire-relire">
      <h2 id="faire-relire">Faire écouter avant de publier</h2>
      <p>
        Un lien secret montre la page et le son, à qui vous le donnez seulement. Il s’éteint après 30 jours.
      </p>
      {address && (
        <div className="grid grid-cols-1 gap-2">
          <p className="font-bold">Voici le lien. Il n’est montré que cette fois : copiez-le maintenant.</p>
          <CopyAddress address={address} copiedWords="C’est copié. Collez-le dans un message." />
        </div>
      )}
      <form action={making.send} className="grid grid-cols-1 justify-items-start gap-3">
        <input type="hidden" name="episodeId" value={episodeId} />
        <FormMessage tone="error">{making.outcome?.ok === false ? making.words : null}</FormMessage>
        <SubmitButton variant="secondary" icon={<Eye />}>
          Faire un lien d’aperçu
        </SubmitButton>
      </form>
      <FormMessage tone={cutting.tone}>{cutting.words}</FormMessage>
      {links.length > 0 && (
        <ul className="grid grid-cols-1 gap-3">
          {links.map(({ id, words }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3">
              <span className="min-w-0">{words}</span>
              <form action={cutting.send}>
                <input type="hidden" name="episodeId" value={episodeId} />
                <input type="hidden" name="linkId" value={id} />
                <SubmitButton variant="danger" icon={<Unlink />} aria-label={`Couper : ${words}`}>
                  Couper ce lien
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
