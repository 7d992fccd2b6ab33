'use client'
import { Save } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { DurationField } from '#app/_ui/duration-field.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import type { AntenneFormat } from '#lib/db/schema.ts'
import { editShowAction } from './actions.ts'
import { AntenneFile } from './antenne-file.tsx'

export type ShownSettings = {
  name: string
  description: string
  language: string
  category: string
  subcategory: string
  publisher: string
  director: string
  ownerEmail: string
  contact: string
  station: string
  frequency: string
  slotWeekday: number | null
  slotTime: string
  podcastLufs: number
  podcastDbtp: number
  antenneLufs: number
  antenneDbtp: number
  antenneFormat: AntenneFormat
  antenneFills: boolean
}
type Props = { show: ShownSettings; target: string; categories: readonly { value: string; label: string }[] }

const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const languages = [
  { value: 'fr', label: 'Français' },
  { value: 'fr-fr', label: 'Français (France)' },
]

/** The settings of the show, in the order in which one comes to know them. */
export function ShowForm({ show, target, categories }: Props) {
  const { send, words, tone, error, given, ticked, round } = useAct(editShowAction)
  const text = (name: keyof ShownSettings, label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      name={name}
      defaultValue={given(name, String(show[name] ?? ''))}
      error={error(name)}
    />
  )
  const category = show.subcategory ? `${show.category} › ${show.subcategory}` : show.category
  return (
    <form action={send} className="grid gap-10" key={round} noValidate>
      <Group title="L’émission">
        {text('name', 'Nom de l’émission')}
        <TextArea
          label="Ce qu’elle raconte"
          hint="Une ou deux phrases : elles présentent le podcast dans les applications."
          name="description"
          rows={4}
          defaultValue={given('description', show.description)}
          error={error('description')}
        />
        <SelectField
          label="Langue"
          name="language"
          options={languages}
          defaultValue={given('language', show.language)}
          error={error('language')}
        />
        <SelectField
          label="Catégorie du podcast"
          name="category"
          options={categories}
          defaultValue={given('category', category)}
          error={error('category')}
        />
      </Group>
      <Group title="À l’antenne">
        {text('station', 'Station')}
        {text('frequency', 'Fréquence', 'Par exemple 98.6 FM.')}
        <SelectField
          label="Jour de diffusion"
          name="slotWeekday"
          placeholder="Pas encore fixé"
          options={days.map((label, index) => ({ value: String(index + 1), label }))}
          defaultValue={given('slotWeekday', String(show.slotWeekday ?? ''))}
          error={error('slotWeekday')}
        />
        <TextField
          label="Heure"
          name="slotTime"
          type="time"
          defaultValue={given('slotTime', show.slotTime)}
          error={error('slotTime')}
        />
        <DurationField
          label="Durée visée"
          name="target"
          defaultValue={given('target', target)}
          error={error('target')}
        />
      </Group>
      <Group title="Qui publie">
        <p className="text-ink-2">La loi les demande : rien n’est publié tant qu’ils manquent.</p>
        {text('publisher', 'Éditeur', 'L’association ou la structure responsable.')}
        {text('director', 'Direction de la publication', 'Le nom de la personne qui en répond.')}
        {text(
          'ownerEmail',
          'Adresse e-mail du podcast',
          'Elle est publique : prenez celle de la structure, pas celle d’une personne.',
        )}
        {text('contact', 'Téléphone de la maison', 'Affiché à la place « Appeler la maison ».')}
      </Group>
      <Group title="Niveaux sonores">
        {text('podcastLufs', 'Podcast : niveau visé, en LUFS', '−16 convient aux applications.')}
        {text('podcastDbtp', 'Podcast : crête maximale, en dBTP')}
      </Group>
      <Group title="Le fichier pour l’antenne">
        {text(
          'antenneLufs',
          'Antenne : niveau visé, en LUFS',
          '−23 suit la norme EBU R 128 ; la station peut demander autre chose.',
        )}
        <AntenneFile show={show} given={given} ticked={ticked} error={error} />
      </Group>
      <FormMessage tone={tone}>{words}</FormMessage>
      <SubmitButton icon={<Save />}>Garder les réglages</SubmitButton>
    </form>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-5">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
