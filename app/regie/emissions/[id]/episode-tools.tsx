'use client'
import { BookmarkPlus, History, Scissors, Trash2 } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Card } from '#app/_ui/card.tsx'
import { DialogButton } from '#app/_ui/dialog-button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { removeEpisodeAction, saveTemplateAction } from '#app/regie/emissions/actions.ts'

/** The less frequent: keep the rundown as a template, remove the episode. */
export function EpisodeTools({ episodeId, isPublished }: { episodeId: string; isPublished: boolean }) {
  const keeping = useAct(saveTemplateAction)
  const removing = useAct(removeEpisodeAction)
  return (
    <Card title="Autres gestes">
      <p className="flex flex-wrap gap-2">
        <ButtonLink href={`/regie/emissions/${episodeId}/enregistrement`} icon={<Scissors />}>
          Émission enregistrée d’une traite
        </ButtonLink>
        <ButtonLink href={`/regie/emissions/${episodeId}/apres`} icon={<History />}>
          Après l’émission
        </ButtonLink>
      </p>
      <form action={keeping.send} className="grid gap-3" key={keeping.round} noValidate>
        <input type="hidden" name="episodeId" value={episodeId} />
        <TextField
          label="Enregistrer ce conducteur comme modèle"
          hint="Donnez-lui un nom. Les prochains numéros pourront partir de lui."
          name="name"
          defaultValue={keeping.given('name')}
          error={keeping.error('name')}
        />
        <FormMessage tone={keeping.tone}>{keeping.words}</FormMessage>
        <SubmitButton variant="secondary" icon={<BookmarkPlus />}>
          Enregistrer comme modèle
        </SubmitButton>
      </form>
      {!isPublished && (
        <DialogButton
          label="Supprimer ce numéro"
          title="Supprimer ce numéro ?"
          variant="danger"
          icon={<Trash2 />}
        >
          <p>Le conducteur disparaît. Les sujets et les sons restent dans leurs rayons.</p>
          <form action={removing.send} className="grid gap-3">
            <input type="hidden" name="episodeId" value={episodeId} />
            <FormMessage tone={removing.tone}>{removing.words}</FormMessage>
            <SubmitButton variant="danger" icon={<Trash2 />}>
              Supprimer
            </SubmitButton>
          </form>
        </DialogButton>
      )}
    </Card>
  )
}
