import { ThreadLine } from '#app/_ui/thread-line.tsx'
import { ColourGallery } from './_gallery-colours.tsx'
import { FormGallery } from './_gallery-forms.tsx'
import { FrameGallery } from './_gallery-frame.tsx'
import { MarkGallery } from './_gallery-mark.tsx'
import { PaperGallery } from './_gallery-paper.tsx'
import { SoundGallery } from './_gallery-sound.tsx'
import { StateGallery } from './_gallery-states.tsx'

const chapters = [
  ['marque', 'La marque'],
  ['couleurs', 'Couleurs'],
  ['textes', 'Textes'],
  ['actions', 'Boutons'],
  ['formulaires', 'Formulaires'],
  ['etats', 'États et messages'],
  ['sons', 'Sons et durées'],
  ['cadre', 'Cadre des pages'],
  ['papier', 'Papier'],
] as const

/** Every piece of the kit with every state, to look at in each theme, size and browser. */
export function Gallery() {
  return (
    <div className="grid grid-cols-1 gap-12">
      <div>
        <p className="text-lead text-ink-2">Tout ce dont les pages sont faites, avec chaque état.</p>
        <ThreadLine />
      </div>
      <nav aria-label="Sommaire">
        <ul className="flex flex-wrap gap-x-6">
          {chapters.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-flex min-h-12 items-center">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <MarkGallery />
      <ColourGallery />
      <FormGallery />
      <StateGallery />
      <SoundGallery />
      <FrameGallery />
      <PaperGallery />
    </div>
  )
}
