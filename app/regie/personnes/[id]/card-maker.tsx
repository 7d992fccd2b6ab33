'use client'
import { IdCard, Printer } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { PrintCard } from '#app/_ui/print-card.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { makeCardAction } from '#app/regie/personnes/actions.ts'

type Props = {
  memberId: string
  name: string
  house: string | null
  show: string
  hasCard: boolean
  opensOnce: boolean
}

/** Makes the printed card. Its link is shown this once, then only the paper knows it. */
export function CardMaker({ memberId, name, house, show, hasCard, opensOnce }: Props) {
  const { send, outcome, words } = useAct(makeCardAction)
  const card = outcome?.ok ? outcome.value : null
  return (
    <section className="grid gap-4">
      <h2 className="print:hidden">La carte</h2>
      {card ? (
        <FreshCard {...card} name={name} house={house} show={show} />
      ) : (
        <form action={send} className="grid gap-4">
          <p>
            {hasCard
              ? `${name} a déjà une carte. En faire une nouvelle rend l’ancienne inutile.`
              : `Une feuille à imprimer, avec un carré à viser : ${name} entre sans mot de passe.`}
            {opensOnce && ' À la coordination, une carte ouvre un seul appareil.'}
          </p>
          <input type="hidden" name="memberId" value={memberId} />
          <FormMessage tone="error">{outcome?.ok === false ? words : null}</FormMessage>
          <SubmitButton icon={<IdCard />}>
            {hasCard ? 'Faire une nouvelle carte' : 'Faire la carte'}
          </SubmitButton>
        </form>
      )}
    </section>
  )
}

function FreshCard({
  link,
  code,
  name,
  house,
  show,
}: {
  link: string
  code: string
  name: string
  house: string | null
  show: string
}) {
  return (
    <div className="grid gap-4">
      <p className="print:hidden">
        Imprimez-la maintenant : pour votre sécurité, elle ne s’affichera plus. Perdue ? On en refait une.
      </p>
      <PrintCard
        firstName={name}
        house={house ?? ''}
        showName={show}
        url={link}
        typedAddress={`${new URL(link).host}/entrer`}
        code={`${code.slice(0, 4)} ${code.slice(4)}`}
      />
      <div className="print:hidden">
        <Button variant="primary" icon={<Printer />} onClick={() => window.print()}>
          Imprimer la carte
        </Button>
      </div>
    </div>
  )
}
