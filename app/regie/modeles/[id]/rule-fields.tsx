'use client'
import { useState } from 'react'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { FieldError } from '#app/_ui/field-error.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { dayNames, nthNames, ruleWords } from '#app/regie/modeles/rule-words.ts'
import type { RuleChoice } from '#lib/time/rule-choice.ts'

type Props = {
  choice: RuleChoice
  servesSlot: boolean
  error: (name: string) => string | undefined
}
const rhythms = ['Chaque semaine', 'Une semaine sur deux', 'Une semaine sur trois', 'Une semaine sur quatre']
const days = dayNames.map((label, index) => ({ value: String(index + 1), label }))

/** When a template's shows air, by choices. A rule that cannot be chosen here is shown and stays. */
export function RuleFields({ choice, servesSlot, error }: Props) {
  const [kind, setKind] = useState<string>(choice.kind)
  const kept = choice.kind === 'kept' ? choice.rule : null
  return (
    <>
      <RadioCards
        label="Quand passe-t-elle ?"
        name="ruleKind"
        defaultValue={choice.kind}
        onChoose={setKind}
        error={error('ruleKind')}
        choices={[
          servesSlot
            ? { value: 'slot', label: 'À la case de l’émission', hint: 'Le jour des réglages' }
            : { value: 'slot', label: 'Sur demande', hint: 'Rien ne se prépare tout seul' },
          { value: 'weekly', label: 'Certaines semaines' },
          { value: 'monthly', label: 'Une fois par mois' },
          ...(kept ? [{ value: 'kept', label: 'Une règle particulière', hint: ruleWords(choice) }] : []),
        ]}
      />
      {kept && <input type="hidden" name="rule" value={kept} />}
      {kind === 'weekly' && <WeeklyFields choice={choice} error={error} />}
      {kind === 'monthly' && <MonthlyFields choice={choice} error={error} />}
    </>
  )
}

type Fields = Pick<Props, 'choice' | 'error'>

function WeeklyFields({ choice, error }: Fields) {
  const chosen = choice.kind === 'weekly' ? choice : null
  const [every, setEvery] = useState(String(chosen?.every ?? 1))
  return (
    <>
      <SelectField
        label="Rythme"
        name="every"
        options={rhythms.map((label, index) => ({ value: String(index + 1), label }))}
        defaultValue={every}
        onChange={(event) => setEvery(event.target.value)}
      />
      <fieldset className="grid min-w-0" aria-describedby={error('days') ? 'jours-erreur' : undefined}>
        <legend className="font-bold">Jours</legend>
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-x-3">
          {days.map(({ value, label }) => (
            <Checkbox
              key={value}
              label={label}
              name="days[]"
              value={value}
              defaultChecked={chosen?.days.includes(Number(value)) ?? false}
            />
          ))}
        </div>
        <FieldError id="jours" error={error('days')} />
      </fieldset>
      {every !== '1' && (
        <TextField
          label="En comptant à partir du"
          hint="N’importe quel jour d’une semaine où elle passe."
          name="since"
          type="date"
          defaultValue={chosen?.since ?? ''}
          error={error('since')}
        />
      )}
    </>
  )
}

function MonthlyFields({ choice, error }: Fields) {
  const chosen = choice.kind === 'monthly' ? choice : null
  return (
    <>
      <SelectField
        label="Lequel"
        name="nth"
        options={[1, 2, 3, 4, -1].map((nth) => ({ value: String(nth), label: `Le ${nthNames[nth]}` }))}
        defaultValue={String(chosen?.nth ?? 1)}
        error={error('nth')}
      />
      <SelectField
        label="Jour du mois"
        name="day"
        options={days}
        defaultValue={String(chosen?.day ?? 5)}
        error={error('day')}
      />
    </>
  )
}
