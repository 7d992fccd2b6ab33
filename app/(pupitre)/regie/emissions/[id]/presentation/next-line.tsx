import { ArrowRight } from 'lucide-react'
import { kindWords } from '#app/regie/emissions/[id]/conducteur/kind-words.tsx'
import { firstWords, type PromptSection } from '#lib/rundown/prompt.ts'

/** What comes next, with its first words. */
export function NextLine({ section, isFirst }: { section: PromptSection | null; isFirst: boolean }) {
  if (!section) return <p className="presentation-next">Rien ne vient après.</p>
  const words = firstWords(section.parts)
  return (
    <section aria-labelledby="ensuite" className="presentation-next">
      <p className="presentation-tag">
        <ArrowRight /> {isFirst ? 'Pour commencer' : 'Ensuite'}
      </p>
      <h2 id="ensuite">{section.title || 'Sans titre'}</h2>
      <p className="flex items-center gap-2">
        {kindWords[section.kind].icon}
        {[kindWords[section.kind].label, section.who].filter(Boolean).join(' · ')}
      </p>
      {words && <p className="presentation-words">« {words} »</p>}
    </section>
  )
}
