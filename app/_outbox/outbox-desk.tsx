'use client'
import { CircleCheck, Send } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { SendingRow } from '#app/_sound/sending-row.tsx'
import { currentSendings, listenToSendings, type Sending } from '#app/_sound/sendings.ts'
import { Button } from '#app/_ui/button.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { WaitingList } from './outbox-list.tsx'
import { useOnline } from './use-online.ts'
import { useWaiting } from './use-waiting.ts'
import { canLeave, countWaiting } from './waiting.ts'

const none: readonly Sending[] = []

/** What waits, what is on its way, and the one thing to do about it. */
export function OutboxDesk({ memberId }: { memberId: string }) {
  const { waiting, isSending, send } = useWaiting(memberId)
  const sendings = useSyncExternalStore(listenToSendings, currentSendings, () => none)
  const isOnline = useOnline()
  const underWay = sendings.filter(({ state }) => state !== 'done')
  const count = waiting ? countWaiting(waiting) : 0
  if (!waiting) return <p role="status">On regarde ce qui attend…</p>
  if (count === 0 && underWay.length === 0)
    return (
      <EmptyState title="Tout est envoyé">
        <p className="flex items-start gap-3">
          <CircleCheck className="mt-1" />
          <span>Rien n’attend sur cet appareil. Vos textes et vos sons sont à la radio.</span>
        </p>
      </EmptyState>
    )
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-4">
      <FormMessage tone={isOnline ? 'info' : 'warn'}>
        {isOnline
          ? 'Tout ceci est gardé sur cet appareil. On l’envoie tout seul ; vous pouvez aussi le demander ici.'
          : 'Pas de réseau. Tout ceci est gardé sur cet appareil. On envoie dès que ça revient.'}
      </FormMessage>
      <WaitingList waiting={waiting} isSending={isSending} />
      {underWay.map((sending) => (
        <SendingRow key={sending.id} sending={sending} />
      ))}
      {isOnline && canLeave(waiting) && (
        <Button
          variant="primary"
          wide
          icon={<Send />}
          pending={isSending}
          pendingLabel="Envoi en cours…"
          onClick={send}
        >
          Envoyer maintenant
        </Button>
      )}
    </div>
  )
}
