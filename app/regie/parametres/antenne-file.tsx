import { Checkbox } from '#app/_ui/checkbox.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import type { AntenneFormat } from '#lib/db/schema.ts'

type Props = {
  show: { antenneDbtp: number; antenneFormat: AntenneFormat; antenneFills: boolean }
  given: (name: string, otherwise: string) => string
  ticked: (name: string, otherwise: boolean) => boolean
  error: (name: string) => string | undefined
}

const peaks = [
  { value: '-1', label: '−1 dBTP', hint: 'Le plus courant.' },
  { value: '-2', label: '−2 dBTP', hint: 'Plus prudent.' },
]
const formats: { value: AntenneFormat; label: string; hint: string }[] = [
  { value: 'wav24', label: 'WAV 24 bits', hint: 'Sans perte. Environ 17 Mo la minute.' },
  { value: 'wav16', label: 'WAV 16 bits', hint: 'Sans perte. Environ 12 Mo la minute.' },
  { value: 'mp2', label: 'MP2 à 256 kb/s', hint: 'Le format de beaucoup de stations. 2 Mo la minute.' },
  { value: 'mp3', label: 'MP3 à 256 kb/s', hint: 'Se lit partout. 2 Mo la minute.' },
]

/** What the station wishes of the file that it airs. */
export function AntenneFile({ show, given, ticked, error }: Props) {
  return (
    <>
      <RadioCards
        label="Crête maximale"
        name="antenneDbtp"
        choices={peaks}
        defaultValue={given('antenneDbtp', String(show.antenneDbtp))}
        error={error('antenneDbtp')}
      />
      <RadioCards
        label="Format du fichier"
        hint="Demandez à la station ce qu’elle préfère."
        name="antenneFormat"
        choices={formats}
        defaultValue={given('antenneFormat', show.antenneFormat)}
        error={error('antenneFormat')}
      />
      <Checkbox
        label="Compléter jusqu’à la durée exacte"
        hint="Si l’émission est plus courte que la durée visée, elle finit avec votre tapis ou votre générique ; s’il n’y en a pas, avec du silence. Trop longue, elle n’est jamais coupée."
        name="antenneFills"
        defaultChecked={ticked('antenneFills', show.antenneFills)}
        error={error('antenneFills')}
      />
    </>
  )
}
