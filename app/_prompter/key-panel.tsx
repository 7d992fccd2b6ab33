import { Dialog } from '#app/_ui/dialog.tsx'
import { keyHelp } from './keys.ts'

type Props = { open: boolean; onClose: () => void; isShow: boolean }

/** The keys, the pedals and the touches, in words. */
export function KeyPanel({ open, onClose, isShow }: Props) {
  return (
    <Dialog title="Touches et gestes" open={open} onClose={onClose}>
      <dl className="grid gap-2">
        {keyHelp
          .filter(({ keys }) => isShow || keys !== 'A')
          .map(({ keys, does }) => (
            <div
              key={keys}
              className="grid grid-cols-[minmax(0,8rem)_minmax(0,1fr)] gap-3 border-b border-border pb-2"
            >
              <dt className="font-bold">{keys}</dt>
              <dd>{does}</dd>
            </div>
          ))}
      </dl>
      <p>
        Une pédale envoie l’une de ces touches : page suivante, une flèche, Entrée ou Espace. Elle marche sans
        réglage.
      </p>
      <p>
        Du doigt : touchez le milieu du texte pour démarrer ou arrêter, le bord gauche pour reculer d’une
        page, le bord droit pour avancer. On peut aussi faire glisser le texte.
      </p>
      {isShow && (
        <p>
          Une ligne qui passe un son montre seulement ce qui se dit avant et après. Une ligne sans texte
          montre ce que ses notes disent après « À lire : ».
        </p>
      )}
    </Dialog>
  )
}
