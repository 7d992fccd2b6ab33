'use client'
import { Dialog } from '#app/_ui/dialog.tsx'

const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['↑', '↓'], 'Aller d’une ligne à l’autre'],
  [['Début', 'Fin'], 'Aller tout en haut, tout en bas'],
  [['Alt', '↑ ou ↓'], 'Monter ou descendre ce qui est choisi'],
  [['Espace'], 'Choisir la ligne, ou la lâcher'],
  [['Maj', '↑ ou ↓'], 'Choisir plusieurs lignes'],
  [['Ctrl', 'A'], 'Choisir toutes les lignes'],
  [['Entrée'], 'Écrire dans la ligne ; la garder'],
  [['Tab'], 'Passer à la case suivante pendant qu’on écrit'],
  [['Suppr'], 'Mettre à la corbeille'],
  [['Ctrl', 'D'], 'Dupliquer'],
  [['Ctrl', 'Z'], 'Annuler votre dernier changement'],
  [['Ctrl', 'Maj', 'Z'], 'Refaire ce que vous avez annulé'],
  [['Échap'], 'Laisser sans changer ; tout lâcher'],
  [['?'], 'Ouvrir cette aide'],
]

/** What the keyboard does on this page. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Au clavier" open={open} onClose={onClose}>
      <dl className="grid gap-2">
        {keys.map(([combination, does]) => (
          <div key={does} className="flex flex-wrap items-baseline gap-x-4 border-b-2 border-border pb-2">
            <dt className="flex flex-none basis-40 flex-wrap gap-1">
              {combination.map((key) => (
                <kbd
                  key={key}
                  className="rounded-tag border-2 border-border bg-sand px-2 font-text font-bold"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="min-w-0 flex-1 basis-48">{does}</dd>
          </div>
        ))}
      </dl>
      <p>Sur la poignée d’une ligne, les flèches la déplacent aussi.</p>
    </Dialog>
  )
}
