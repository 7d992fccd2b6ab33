'use client'
import { Check, UserPlus } from 'lucide-react'
import type { Act } from '#app/_door/act.ts'
import { useAct } from '#app/_door/use-act.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { roleHints, roleWords } from './role-words.ts'

type Props = {
  action: Act<undefined>
  houses: readonly { id: string; name: string }[]
  member?: {
    id: string
    name: string
    role: keyof typeof roleWords
    houseId: string | null
    email: string | null
  }
}
const roles = ['resident', 'technique', 'coordination'] as const

/** Who somebody is at the radio: first name, role, house, perhaps an address. */
export function MemberForm({ action, houses, member }: Props) {
  const { send, words, tone, error, given, round } = useAct(action)
  return (
    <form action={send} className="grid gap-6" noValidate key={round}>
      {member && <input type="hidden" name="memberId" value={member.id} />}
      <TextField
        label="Prénom"
        name="name"
        defaultValue={given('name', member?.name)}
        error={error('name')}
        required
        maxLength={80}
        autoComplete="off"
      />
      <RadioCards
        label="Rôle"
        name="role"
        choices={roles.map((value) => ({ value, label: roleWords[value], hint: roleHints[value] }))}
        defaultValue={given('role', member?.role ?? 'resident')}
        error={error('role')}
      />
      <SelectField
        label="Maison"
        name="houseId"
        placeholder="Aucune pour l’instant"
        options={houses.map((house) => ({ value: house.id, label: house.name }))}
        defaultValue={given('houseId', member?.houseId ?? '')}
        error={error('houseId')}
      />
      <TextField
        label="Adresse e-mail"
        hint="Sans adresse, on entre avec la carte imprimée."
        name="email"
        type="email"
        defaultValue={given('email', member?.email ?? '')}
        error={error('email')}
        optional
        autoComplete="off"
      />
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton icon={member ? <Check /> : <UserPlus />}>
        {member ? 'Garder' : 'Ajouter cette personne'}
      </SubmitButton>
    </form>
  )
}
