import { ArrowLeft, ArrowRight } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'

type Props = { page: number; pages: number; addressOf: (page: number) => string }

/** The way through a long list; nothing when it fits on one page. */
export function PageLinks({ page, pages, addressOf }: Props) {
  if (pages <= 1) return null
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-4">
      {page > 1 && (
        <ButtonLink href={addressOf(page - 1)} icon={<ArrowLeft />}>
          Page précédente
        </ButtonLink>
      )}
      <p className="tabular">
        Page {page} sur {pages}
      </p>
      {page < pages && (
        <ButtonLink href={addressOf(page + 1)} icon={<ArrowRight />}>
          Page suivante
        </ButtonLink>
      )}
    </nav>
  )
}
