'use client'
import { DoorClosed, DoorOpen, LogOut } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { revokeDeviceAction, revokeMemberAction, suspendMemberAction } from '#app/regie/personnes/actions.ts'

type Device = { sessionId: string; device: string; since: string; isThisOne: boolean }

/** What is open for this member, and how to close it at once. */
export function AccessPanel({
  memberId,
  devices,
  suspended,
}: {
  memberId: string
  devices: readonly Device[]
  suspended: boolean
}) {
  const revoking = useAct(revokeMemberAction)
  const suspending = useAct(suspendMemberAction)
  return (
    <section className="grid gap-4 print:hidden">
      <h2>Les appareils</h2>
      {devices.length === 0 && <p>Aucun appareil n’est entré pour l’instant.</p>}
      <ul className="grid gap-2">
        {devices.map((device) => (
          <DeviceLine key={device.sessionId} device={device} />
        ))}
      </ul>
      <FormMessage tone={revoking.tone}>{revoking.words}</FormMessage>
      <FormMessage tone={suspending.tone}>{suspending.words}</FormMessage>
      <div className="flex flex-wrap gap-2">
        <form action={revoking.send}>
          <input type="hidden" name="memberId" value={memberId} />
          <SubmitButton variant="secondary" icon={<LogOut />}>
            Annuler la carte et les appareils
          </SubmitButton>
        </form>
        <form action={suspending.send}>
          <input type="hidden" name="memberId" value={memberId} />
          <input type="hidden" name="suspended" value={String(!suspended)} />
          <SubmitButton variant="secondary" icon={suspended ? <DoorOpen /> : <DoorClosed />}>
            {suspended ? 'Rouvrir la porte' : 'Fermer la porte'}
          </SubmitButton>
        </form>
      </div>
    </section>
  )
}

function DeviceLine({ device }: { device: Device }) {
  const { send, words, tone, outcome } = useAct(revokeDeviceAction)
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-card border-2 border-border bg-surface p-3">
      <span>
        {device.device}, depuis {device.since}
        {device.isThisOne && ' (celui-ci)'}
      </span>
      {!device.isThisOne && (
        <form action={send}>
          <input type="hidden" name="sessionId" value={device.sessionId} />
          <SubmitButton variant="quiet">Déconnecter</SubmitButton>
        </form>
      )}
      <FormMessage tone={tone}>{outcome?.ok === false ? words : null}</FormMessage>
    </li>
  )
}
