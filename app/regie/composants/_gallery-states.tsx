import { Lightbulb, PenLine } from 'lucide-react'
import { Badge } from '#app/_ui/badge.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Card } from '#app/_ui/card.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { ErrorNote } from '#app/_ui/error-note.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import { GalleryTries } from './_gallery-tries.tsx'
import { Sample } from './_sample.tsx'
import { Section } from './_section.tsx'

export function StateGallery() {
  return (
    <Section id="etats" title="États et messages">
      <Sample name="Étiquettes">
        <Badge icon={<Lightbulb size={20} />} pending>
          Idée
        </Badge>
        <Badge icon={<PenLine size={20} />} pending>
          Brouillon
        </Badge>
        <Badge tone="warn">À relire</Badge>
        <Badge tone="info">Prêt</Badge>
        <Badge tone="brick">Enregistré</Badge>
        <Badge tone="ok">Diffusé</Badge>
        <Badge tone="culture">Culture</Badge>
        <Badge tone="error">Accord manquant</Badge>
      </Sample>
      <FormMessage tone="ok">C’est gardé. Vous pouvez fermer.</FormMessage>
      <FormMessage tone="info">Pas de réseau. Tout est gardé sur ce téléphone.</FormMessage>
      <FormMessage tone="warn">Cette chanson passera à la radio, pas dans le podcast.</FormMessage>
      <Progress
        label="Envoi de l’entretien"
        value={0.4}
        words="12 minutes sur 30 envoyées"
        cancel={<Button>Mettre en pause</Button>}
      />
      <Progress label="Fabrication du podcast" value={null} words="On écoute le son pour régler son niveau" />
      <Card
        title="Les citrons de la conserverie"
        aside={<Badge tone="warn">À relire</Badge>}
        level={3}
        actions={<Button variant="primary">Commencer</Button>}
      >
        <p>Votre sujet pour l’émission du 4 décembre. Environ 1 minute 10.</p>
      </Card>
      <EmptyState
        title="Vous n’avez pas encore de sujet"
        action={<Button variant="primary">Proposer un sujet</Button>}
      >
        <p>De quoi a-t-on parlé chez vous cette semaine ?</p>
      </EmptyState>
      <ErrorNote title="Le son n’est pas parti" safe="Il n’est pas perdu : il est gardé sur ce téléphone.">
        <Button>Réessayer</Button>
      </ErrorNote>
      <GalleryTries />
    </Section>
  )
}
