import { HandHelping, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink } from './button-link.tsx'

type Props = {
  /** Where one asks for a hand. */
  askHref: string
  /** The house's telephone, as people read it: "04 75 00 00 00". */
  phone?: string | undefined
  house?: string | undefined
  /** Other help, beside it. */
  children?: ReactNode
}

/** Help, at the same place at the end of every page: ask for a hand, or call the house. */
export function HelpSpot({ askHref, phone, house = 'la maison', children }: Props) {
  return (
    <aside
      id="aide"
      aria-label="Aide"
      className="mt-12 grid grid-cols-1 gap-3 border-t-2 border-border pt-6 print:hidden"
    >
      <p className="font-bold">Besoin d’aide ?</p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={askHref} icon={<HandHelping />}>
          Demander un coup de main
        </ButtonLink>
        {phone && (
          <ButtonLink href={`tel:${phone.replace(/[^+\d]/g, '')}`} icon={<Phone />}>
            Appeler {house}
          </ButtonLink>
        )}
        {children}
      </div>
    </aside>
  )
}
