'use client'
import { useState } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { describeSoundAction } from '#app/_sound/actions.ts'
import { imagingWords, musicRightsWords } from '#app/_sound/sound-words.ts'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import type { ImagingKind, Music } from '#lib/db/schema.ts'
import type { MusicSuggestion } from '#lib/sound/music.server.ts'
import { knownNames } from './known-names.tsx'

type Props = {
  clipId: string
  music: Music | null
  /** What its sheet begins with. */
  suggestion: MusicSuggestion
  imaging: ImagingKind | null
  credits: string
}

const imagings = Object.entries(imagingWords).map(([value, { label }]) => ({ value, label }))
const choices = Object.entries(musicRightsWords).map(([value, words]) => ({ value, ...words }))

/** What stands on the music return and on the episode's page: asked once, remembered. */
export function DescribeForm({ clipId, music, suggestion, imaging, credits }: Props) {
  const describe = useAct(describeSoundAction)
  const [isMusic, setMusic] = useState(music !== null)
  const text = (name: keyof Music) => ({
    name,
    defaultValue: describe.given(name, suggestion.music[name] ?? ''),
    error: describe.error(name),
    autoComplete: 'off',
  })
  return (
    <form action={describe.send} className="grid gap-4" key={describe.round}>
      <input type="hidden" name="clipId" value={clipId} />
      <SelectField
        label="Habillage de l’émission"
        hint="Un son de l’émission est proposé pour chaque conducteur."
        name="imaging"
        placeholder="Non"
        options={imagings}
        defaultValue={describe.given('imaging', imaging ?? '')}
      />
      <Checkbox
        label="C’est une musique"
        hint={foundWords(suggestion, isMusic)}
        name="isMusic"
        defaultChecked={isMusic}
        onChange={(event) => setMusic(event.target.checked)}
      />
      {isMusic && (
        <>
          <RadioCards
            label="D’où vient-elle ?"
            name="rights"
            choices={choices}
            defaultValue={describe.given('rights', suggestion.music.rights ?? '')}
            error={describe.error('rights')}
          />
          <TextField label="Titre" {...text('title')} />
          <TextField label="Interprète" list={knownNames.performers} {...text('performer')} />
          <TextField
            label="Auteur, compositeur"
            hint="Le relevé des musiques en a besoin."
            list={knownNames.authors}
            {...text('author')}
          />
          <TextField label="Label, éditeur" optional list={knownNames.labels} {...text('label')} />
          <TextField label="Numéro de catalogue" optional {...text('catalogue')} />
          <TextField
            label="ISRC"
            hint="Douze lettres et chiffres, par exemple FR-Z03-14-00123."
            optional
            {...text('isrc')}
          />
        </>
      )}
      <TextArea
        label="Crédits"
        hint="Qui remercier, sous quelle licence."
        optional
        name="credits"
        rows={2}
        defaultValue={describe.given('credits', credits)}
        error={describe.error('credits')}
      />
      <FormMessage tone={describe.tone}>{describe.words}</FormMessage>
      <SubmitButton>Garder la fiche</SubmitButton>
    </form>
  )
}

/** What was found beyond the sheet itself, so that one looks at it before keeping it. */
function foundWords({ music, from }: MusicSuggestion, isMusic: boolean): string | undefined {
  if (from === null) return undefined
  const then = isMusic ? 'Relisez la fiche, puis gardez-la.' : 'Cochez : la fiche se remplit, relisez-la.'
  const piece = [`«\u00a0${music.title}\u00a0»`, music.performer].filter(Boolean).join(', ')
  return from.kind === 'earlier'
    ? `Déjà décrite avec le son «\u00a0${from.title}\u00a0». ${then}`
    : `Le fichier dit : ${piece}. ${then}`
}
