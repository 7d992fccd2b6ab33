'use client'
import { CalendarPlus, CircleX, RefreshCw } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { CopyAddress } from '#app/_public/copy-address.tsx'
import { buttonLook } from '#app/_ui/button-look.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { dropCalendarAction, makeCalendarAction } from './actions.ts'

/** Whether there is an address, and what one can do about it. It shows itself once, when it is made. */
export function CalendarAddress({ since, lastUsed }: { since: string | null; lastUsed: string | null }) {
  const making = useAct(makeCalendarAction)
  const dropping = useAct(dropCalendarAction)
  const made = making.outcome?.ok ? making.outcome.value.address : null
  // Whichever was pressed last says what is so now.
  const shown = made && since !== null && making.round > dropping.round ? made : null
  return (
    <>
      {shown && <FreshAddress address={shown} />}
      {since !== null && !shown && (
        <p>
          Vous avez une adresse depuis le {since}.{' '}
          {lastUsed
            ? `Une application l’a lue pour la dernière fois le ${lastUsed}.`
            : 'Aucune application ne l’a encore lue.'}{' '}
          Perdue ? Faites-en une nouvelle : l’ancienne ne marchera plus.
        </p>
      )}
      <FormMessage tone={dropping.tone}>{since === null ? dropping.words : null}</FormMessage>
      <FormMessage tone="error">{making.outcome?.ok === false ? making.words : null}</FormMessage>
      <div className="flex flex-wrap gap-2">
        <form action={making.send}>
          <SubmitButton
            variant={since === null ? 'primary' : 'secondary'}
            icon={since === null ? <CalendarPlus /> : <RefreshCw />}
          >
            {since === null ? 'Faire mon adresse' : 'Faire une nouvelle adresse'}
          </SubmitButton>
        </form>
        {since !== null && (
          <form action={dropping.send}>
            <SubmitButton variant="quiet" icon={<CircleX />}>
              Arrêter cette adresse
            </SubmitButton>
          </form>
        )}
      </div>
    </>
  )
}

function FreshAddress({ address }: { address: string }) {
  return (
    <section className="grid grid-cols-1 justify-items-start gap-4 rounded-card border-2 border-border bg-surface p-gutter">
      <h2>Votre adresse</h2>
      <p>Copiez-la maintenant : elle ne s’affichera plus. Qui l’a voit ce calendrier, gardez-la pour vous.</p>
      <CopyAddress
        address={address}
        copiedWords="C’est copié. Collez-la dans votre calendrier, à « s’abonner par adresse »."
      />
      <a href={address.replace(/^https?:/, 'webcal:')} className={buttonLook('secondary')}>
        <CalendarPlus />
        <span>Ouvrir dans mon calendrier</span>
      </a>
    </section>
  )
}
