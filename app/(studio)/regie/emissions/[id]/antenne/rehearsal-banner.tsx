import { RotateCcw, Theater } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'

/** Says that this is not the show, and how to begin again or leave. */
export function RehearsalBanner({ leave, onAgain }: { leave: string; onAgain: () => void }) {
  return (
    <section
      aria-label="Répétition"
      className="flex flex-wrap items-center gap-3 rounded-card border-4 border-dashed border-plum bg-plum-soft px-3 py-2 text-plum"
    >
      <p className="flex min-w-0 grow flex-wrap items-center gap-3 text-lead font-bold">
        <Theater />
        <span className="min-w-0 [overflow-wrap:anywhere]">Répétition : rien n’est gardé</span>
      </p>
      <Button icon={<RotateCcw />} onClick={onAgain}>
        Recommencer
      </Button>
      <ButtonLink href={leave}>Quitter la répétition</ButtonLink>
    </section>
  )
}
