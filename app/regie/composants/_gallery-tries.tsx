'use client'
import { CalendarClock, Copy, Trash2 } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { DialogButton } from '#app/_ui/dialog-button.tsx'
import { Menu } from '#app/_ui/menu.tsx'
import { Tabs } from '#app/_ui/tabs.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { Sample } from './_sample.tsx'

const moved = () => showToast({ text: 'L’agenda est passé à la semaine prochaine.', undo: () => undefined })
const binned = () => showToast({ text: 'Sujet mis à la corbeille pour 30 jours.', undo: () => undefined })

/** What only shows itself once touched. */
export function GalleryTries() {
  return (
    <>
      <Sample name="Message avec retour, dialogue, menu">
        <Button onClick={moved}>Montrer un message</Button>
        <DialogButton
          label="Ouvrir un dialogue"
          title="Le titre de la chanson"
          actions={<Button variant="primary">Garder</Button>}
        >
          <p>On le demande une fois, puis on s’en souvient.</p>
        </DialogButton>
        <Menu
          label="Autres actions"
          items={[
            { id: 'later', label: 'Semaine prochaine', icon: <CalendarClock />, onAction: moved },
            { id: 'copy', label: 'Faire une copie', icon: <Copy />, disabled: true, onAction: moved },
            { id: 'bin', label: 'Mettre à la corbeille', icon: <Trash2 />, danger: true, onAction: binned },
          ]}
        />
      </Sample>
      <Tabs
        label="Le sujet"
        panels={[
          { id: 'texte', label: 'Texte', content: <p>On a commencé avec trois cageots de citrons.</p> },
          { id: 'sons', label: 'Sons', content: <p>Deux prises gardées.</p> },
          { id: 'accords', label: 'Accords', content: <p>Un accord manque.</p> },
        ]}
      />
    </>
  )
}
