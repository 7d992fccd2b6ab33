import { Check, Mic, PenLine, Trash2 } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { DurationField } from '#app/_ui/duration-field.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { Sample } from './_sample.tsx'
import { Section } from './_section.tsx'

const houses = [
  { value: 'ors', label: 'Maison de quartier des Ors' },
  { value: 'saint-nicolas', label: 'Maison de quartier Saint-Nicolas' },
  { value: 'noel-guichard', label: 'Maison citoyenne Noël Guichard' },
]

export function FormGallery() {
  return (
    <>
      <Section id="actions" title="Boutons">
        <Sample name="Principal : un seul par écran">
          <Button variant="primary" icon={<Check />}>
            J’ai fini
          </Button>
          <Button variant="primary" pending>
            J’ai fini
          </Button>
          <Button variant="primary" disabled>
            J’ai fini
          </Button>
        </Sample>
        <Sample name="Secondaire, discret, danger, lien">
          <Button icon={<Mic />}>Parler</Button>
          <Button icon={<PenLine />}>Écrire</Button>
          <Button variant="quiet">Plus tard</Button>
          <Button variant="danger" icon={<Trash2 />}>
            Retirer ma voix
          </Button>
          <ButtonLink href="#actions">Voir mes sujets</ButtonLink>
        </Sample>
        <Sample name="Toute la largeur">
          <Button variant="primary" wide>
            Commencer
          </Button>
        </Sample>
      </Section>
      <Section id="formulaires" title="Formulaires">
        <form className="grid max-w-measure gap-6">
          <FormMessage tone="error">
            <p>Il manque une réponse. Ce que vous avez écrit est gardé.</p>
          </FormMessage>
          <TextField label="Prénom" name="prenom" autoComplete="given-name" defaultValue="Fatiha" />
          <TextField
            label="Courriel"
            name="courriel"
            type="email"
            hint="Pour vous envoyer un lien."
            optional
          />
          <TextField label="Titre du sujet" name="titre" error="Donnez un titre, même provisoire." />
          <TextArea label="De quoi voulez-vous parler ?" name="angle" hint="Une phrase suffit." />
          <SelectField label="Maison" name="maison" options={houses} placeholder="Choisir une maison" />
          <RadioCards
            label="Rubrique"
            name="rubrique"
            defaultValue="culture"
            choices={[
              { value: 'developpement', label: 'Développement durable' },
              { value: 'culture', label: 'Culture', hint: 'Concerts, livres, savoir-faire' },
            ]}
          />
          <DurationField label="Durée prévue" name="duree" defaultValue="1:10" />
          <Checkbox label="Cette personne a dit oui pour la radio" name="radio" defaultChecked />
          <Checkbox label="Et pour internet" name="internet" hint="Elle peut changer d’avis." />
          <div>
            <SubmitButton>Garder</SubmitButton>
          </div>
        </form>
      </Section>
    </>
  )
}
