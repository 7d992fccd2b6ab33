'use client'
import { Save } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { licenses } from '#lib/publishing/license.ts'
import { editPodcastAction } from './podcast-actions.ts'

type Written =
  | 'license'
  | 'locationName'
  | 'locationGeo'
  | 'locationOsm'
  | 'fundingUrl'
  | 'fundingLabel'
  | 'hubUrl'
  | 'movedTo'
type Props = { podcast: Record<Written, string> & { isLocked: boolean }; moveWords: string | null }

/** What podcast apps and directories are told beside the show's name and picture. */
export function PodcastForm({ podcast, moveWords }: Props) {
  const { send, words, tone, error, given, ticked, round } = useAct(editPodcastAction)
  const field = (name: Written) => ({ name, defaultValue: given(name, podcast[name]), error: error(name) })
  return (
    <section className="grid grid-cols-1 gap-5" aria-labelledby="podcast">
      <h2 id="podcast">Le podcast</h2>
      <form action={send} className="grid grid-cols-1 gap-5" key={round} noValidate>
        <SelectField
          label="Ce que l’on peut faire des épisodes"
          options={licenses.map(({ id, label }) => ({ value: id, label }))}
          {...field('license')}
        />
        <TextField label="Lieu" hint="Par exemple Romans-sur-Isère." {...field('locationName')} />
        <TextField
          label="Sa position"
          hint="Latitude et longitude, comme 45.0464, 5.0517. Celles de la ville, pas d’une adresse."
          optional
          {...field('locationGeo')}
        />
        <TextField
          label="Son repère sur OpenStreetMap"
          hint="Collez l’adresse de la page de la commune, ou écrivez son repère, comme R84034."
          optional
          {...field('locationOsm')}
        />
        <TextField
          label="Adresse pour soutenir l’émission"
          hint="Les applications montrent un bouton qui l’ouvre."
          type="url"
          optional
          {...field('fundingUrl')}
        />
        <TextField label="Les mots de ce bouton" optional {...field('fundingLabel')} />
        <Checkbox
          label="Interdire aux autres hébergeurs de reprendre le podcast"
          hint="Laissez coché. Décochez-le seulement le jour où vous déménagez."
          name="isLocked"
          defaultChecked={ticked('isLocked', podcast.isLocked)}
        />
        <TextField
          label="Relais à prévenir à chaque numéro"
          hint="Un serveur WebSub : il annonce les nouveautés tout de suite aux applications. Vide, personne n’est prévenu."
          type="url"
          optional
          {...field('hubUrl')}
        />
        <TextField
          label="Nouvelle adresse du podcast"
          hint={
            moveWords ??
            'Seulement si le podcast déménage ailleurs. Pendant 30 jours les applications apprennent la nouvelle adresse, puis celle-ci y mène.'
          }
          type="url"
          optional
          {...field('movedTo')}
        />
        <FormMessage tone={tone}>{words}</FormMessage>
        <SubmitButton variant="secondary" icon={<Save />}>
          Garder le podcast
        </SubmitButton>
      </form>
    </section>
  )
}
