import { Checkbox } from '#app/_ui/checkbox.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { TextField } from '#app/_ui/text-field.tsx'

export type Named = { name: string; alias: string; isMinor: boolean; clipId: string }
type Props = Named & {
  sounds: readonly { id: string; title: string }[]
  error: (name: string) => string | undefined
}

/** How somebody who speaks is written down. */
export function VoiceFields({ name, alias, isMinor, clipId, sounds, error }: Props) {
  return (
    <>
      <TextField
        label="Son prénom"
        name="name"
        defaultValue={name}
        error={error('name')}
        autoComplete="off"
        required
      />
      <TextField
        label="Comment cette personne veut-elle être nommée ?"
        hint="Par exemple « une voisine ». Laissez vide pour dire son prénom."
        name="alias"
        defaultValue={alias}
        error={error('alias')}
        autoComplete="off"
        optional
      />
      <Checkbox
        label="Cette personne a moins de 18 ans"
        hint="Il faudra aussi l’accord d’un parent."
        name="isMinor"
        defaultChecked={isMinor}
      />
      {sounds.length > 0 && (
        <SelectField
          label="Dans quel son ?"
          name="clipId"
          defaultValue={clipId}
          error={error('clipId')}
          options={[
            { value: '', label: 'Dans tous les sons du sujet' },
            ...sounds.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      )}
    </>
  )
}
