'use client'
import { AudioLines, CalendarArrowDown, LayoutTemplate, NotebookPen, Plus } from 'lucide-react'
import { stateWords } from '#app/_story/state-words.ts'
import { Dialog } from '#app/_ui/dialog.tsx'
import { Tabs } from '#app/_ui/tabs.tsx'
import type { NewLine } from '#lib/rundown/rundown.server.ts'
import type { Sources } from '#lib/rundown/sources.server.ts'
import { AskedNote } from './asked-note.tsx'
import { type Choices, clipOffers, lineOffers, storyOffers } from './choices.ts'
import { LineForm } from './line-form.tsx'
import { OfferList } from './offer-list.tsx'
import type { Asked } from './use-asked.ts'

type Props = {
  open: boolean
  choices: Choices
  own: readonly string[]
  sources: Asked<Sources>
  onAdd: (lines: readonly NewLine[]) => void
  onClose: () => void
}

/** Where new lines come from: one's own words, the stories, the sounds, the show before, a template. They come behind the line one is on. */
export function InsertDialog({ open, choices, own, sources, onAdd, onClose }: Props) {
  const add = (lines: readonly NewLine[]) => {
    onAdd(lines)
    onClose()
  }
  return (
    <Dialog title="Ajouter une ligne" open={open} onClose={onClose}>
      {open && (
        <Tabs
          label="D’où vient-elle ?"
          panels={[
            {
              id: 'new',
              label: 'Nouvelle',
              icon: <Plus />,
              content: <LineForm choices={choices} own={own} onKeep={(line) => add([line])} />,
            },
            {
              id: 'stories',
              label: 'Sujets',
              icon: <NotebookPen />,
              content: (
                <OfferList
                  offers={storyOffers(
                    choices.stories,
                    new Set(sources.value?.placedStories),
                    (state) => stateWords[state],
                  )}
                  none="Tous les sujets sont déjà dans un conducteur."
                  onAdd={add}
                />
              ),
            },
            {
              id: 'clips',
              label: 'Sons',
              icon: <AudioLines />,
              content: (
                <OfferList offers={clipOffers(choices.clips)} none="Aucun son pour le moment." onAdd={add} />
              ),
            },
            {
              id: 'before',
              label: 'Émission d’avant',
              icon: <CalendarArrowDown />,
              content: <BeforeLines sources={sources} onAdd={add} />,
            },
            {
              id: 'templates',
              label: 'Modèles',
              icon: <LayoutTemplate />,
              content: <TemplateLines sources={sources} onAdd={add} />,
            },
          ]}
        />
      )}
    </Dialog>
  )
}

type SourceProps = { sources: Asked<Sources>; onAdd: (lines: readonly NewLine[]) => void }

function BeforeLines({ sources: { value, failed }, onAdd }: SourceProps) {
  if (!value) return <AskedNote failed={failed} />
  const { before } = value
  return (
    <>
      {before && <h3>{before.title || `Numéro ${before.number}`}</h3>}
      <OfferList
        offers={lineOffers(before?.lines ?? [])}
        none="Il n’y a pas d’émission avant celle-ci, ou son conducteur est vide."
        onAdd={onAdd}
      />
    </>
  )
}

function TemplateLines({ sources: { value, failed }, onAdd }: SourceProps) {
  if (!value) return <AskedNote failed={failed} />
  if (value.templates.length === 0)
    return <p>Aucun modèle pour le moment : la fiche d’un numéro garde son conducteur comme modèle.</p>
  return value.templates.map(({ id, name, lines }) => (
    <section key={id} className="grid gap-2">
      <h3>{name}</h3>
      <OfferList offers={lineOffers(lines)} none="Ce modèle est vide." onAdd={onAdd} />
    </section>
  ))
}
