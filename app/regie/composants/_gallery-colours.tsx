import { GlossaryTerm } from '#app/_ui/glossary-term.tsx'
import { Sample } from './_sample.tsx'
import { Section } from './_section.tsx'

const grounds = [
  ['bg-paper text-ink', 'Papier, encre'],
  ['bg-surface text-ink-2', 'Surface, encre 2'],
  ['bg-sand text-ink', 'Sable'],
  ['bg-brick text-on-fill', 'Brique'],
  ['bg-pine text-on-fill', 'Sapin'],
  ['bg-sun text-on-sun', 'Soleil'],
  ['bg-sky text-on-fill', 'Ciel'],
  ['bg-plum text-on-fill', 'Prune'],
  ['bg-ok text-on-fill', 'Fait'],
  ['bg-error text-on-fill', 'Erreur'],
  ['bg-brick-soft text-brick-pressed', 'Brique douce'],
  ['bg-pine-soft text-pine', 'Sapin doux'],
  ['bg-sky-soft text-sky', 'Ciel doux'],
  ['bg-plum-soft text-plum', 'Prune douce'],
  ['bg-warn-soft text-warn', 'Attention'],
  ['bg-error-soft text-error', 'Erreur douce'],
] as const

export function ColourGallery() {
  return (
    <>
      <Section id="couleurs" title="Couleurs">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,11rem),1fr))] gap-2">
          {grounds.map(([look, name]) => (
            <li key={name} className={`rounded-card border-2 border-border px-4 py-5 font-bold ${look}`}>
              {name}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="textes" title="Textes">
        <Sample name="Titre de page">
          <p className="font-title text-title leading-tight">Les citrons de la conserverie</p>
        </Sample>
        <Sample name="Texte courant, lien, mot de la radio, chiffres">
          <div className="prose">
            <p>
              Chaque semaine, trois maisons de quartier préparent une émission. Le{' '}
              <GlossaryTerm meaning="C’est la liste minutée de tout ce qui passe à l’antenne.">
                conducteur
              </GlossaryTerm>{' '}
              se prépare le jeudi. <a href="#textes">Lire la suite</a>
            </p>
            <h3>Ce qu’il faut prévoir</h3>
            <ul>
              <li>Une question à poser, une seule.</li>
              <li>Un endroit calme : 1:10 suffit.</li>
            </ul>
            <blockquote>On a commencé avec trois cageots de citrons.</blockquote>
          </div>
        </Sample>
      </Section>
    </>
  )
}
