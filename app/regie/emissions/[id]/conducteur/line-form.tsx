'use client'
import { Check } from 'lucide-react'
import { useEffect } from 'react'
import type { Act } from '#app/_door/act.ts'
import { useAct } from '#app/_door/use-act.ts'
import { DurationField } from '#app/_ui/duration-field.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { formatDuration } from '#lib/time/duration.ts'
import { goesToWords, joins, joinWords, kinds, kindWords } from './kind-words.tsx'
import type { Choice } from './rundown-editor.tsx'
import type { ShownLine } from './timed-line.ts'

type Props = {
  action: Act<undefined>
  episodeId: string
  line?: ShownLine
  stories: readonly Choice[]
  clips: readonly Choice[]
  beds: readonly Choice[]
  onDone: () => void
}

/** Everything that one line says. Closes when it is kept; a refusal keeps what was typed. */
export function LineForm({ action, episodeId, line, stories, clips, beds, onDone }: Props) {
  const { send, outcome, words, tone, error, given, round } = useAct(action)
  useEffect(() => {
    if (outcome?.ok) onDone()
  }, [outcome, onDone])
  const field = (name: string, kept: string | null | undefined) => ({
    name,
    defaultValue: given(name, kept ?? ''),
    error: error(name),
  })
  return (
    <form action={send} className="grid gap-5" key={round} noValidate>
      <input type="hidden" name="episodeId" value={episodeId} />
      {line && (
        <>
          <input type="hidden" name="itemId" value={line.id} />
          <input type="hidden" name="version" value={line.version} />
          <input type="hidden" name="plannedBefore" value={line.plannedMs} />
        </>
      )}
      <SelectField
        label="C’est quoi"
        options={kinds.map((value) => ({ value, label: kindWords[value].label }))}
        {...field('kind', line?.kind ?? 'voice')}
      />
      <TextField label="Titre" {...field('title', line?.title)} />
      <DurationField
        label="Durée prévue"
        hint="Par exemple 1:30, ou 45 s. Vide : celle du son ou du texte."
        {...field('planned', line ? formatDuration(line.plannedMs) : '')}
      />
      <SelectField
        label="Texte"
        placeholder="Aucun"
        options={withKept(stories, line?.storyId, line?.story?.title)}
        {...field('storyId', line?.storyId)}
      />
      <SelectField
        label="Son"
        placeholder="Aucun"
        options={withKept(clips, line?.clipId, line?.clip?.title)}
        {...field('clipId', line?.clipId)}
      />
      <TextField label="Qui" optional {...field('who', line?.who)} />
      <TextArea label="Notes" optional rows={3} {...field('notes', line?.notes)} />
      <SelectField
        label="Où passe-t-elle ?"
        options={Object.entries(goesToWords).map(([value, label]) => ({ value, label }))}
        {...field('goesTo', line?.goesTo ?? 'both')}
      />
      <SelectField
        label="Tapis dessous"
        hint={
          beds.length > 0
            ? 'Une musique douce, qui s’efface quand on parle.'
            : 'Aucun tapis pour le moment : dans Sons, dites d’un son que c’est un tapis.'
        }
        placeholder="Aucun"
        options={withKept(beds, line?.bedId, undefined)}
        {...field('bedId', line?.bedId)}
      />
      <SelectField
        label="Enchaînement avec la suite"
        options={joinChoices(line?.joinMs)}
        {...field('joinMs', String(line?.joinMs ?? 0))}
      />
      <FormMessage tone={tone}>{outcome?.ok === false ? words : null}</FormMessage>
      <SubmitButton icon={<Check />}>{line ? 'Garder la ligne' : 'Ajouter la ligne'}</SubmitButton>
    </form>
  )
}

/** What the line has already stays a choice, though it lies in the bin or far down the library: saving must not drop it. */
function withKept(choices: readonly Choice[], id: string | null | undefined, title: string | undefined) {
  if (!id || choices.some(({ value }) => value === id)) return choices
  return [{ value: id, label: title ?? 'Dans la corbeille' }, ...choices]
}

function joinChoices(kept: number | undefined) {
  const all = kept === undefined || joins.some((ms) => ms === kept) ? joins : [...joins, kept]
  return all.map((ms) => ({ value: String(ms), label: joinWords(ms) }))
}
