import { ArrowRight } from 'lucide-react'
import type { Change } from '#lib/publishing/changes.ts'
import { formatDuration } from '#lib/time/duration.ts'

/** What the public will see otherwise, before the button that does it. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <div className="grid grid-cols-1 gap-2">
      <p className="font-bold">Ce qui va changer pour le public :</p>
      <ul className="grid grid-cols-1 gap-2">
        {changes.map((change) => (
          <li key={change.kind} className="flex items-start gap-3">
            <ArrowRight className="mt-1 flex-none" />
            <span className="min-w-0 [overflow-wrap:anywhere]">{changeWords(change)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function changeWords(change: Change): string {
  switch (change.kind) {
    case 'sound':
      return `Le son est remplacé : ${formatDuration(change.wasMs)} avant, ${formatDuration(change.isMs)} maintenant. Il prend une nouvelle adresse ; l’ancienne répond encore 30 jours. Les applications gardent le même numéro.`
    case 'title':
      return `Le titre « ${change.was} » devient « ${change.is} ».`
    case 'chapters':
      return change.was === change.is
        ? 'Les chapitres changent.'
        : `Les chapitres changent : ${change.was} avant, ${change.is} maintenant.`
    case 'summary':
      return 'Le résumé change.'
    case 'texts':
      return 'Les textes à lire et les sous-titres changent.'
    case 'persons':
      return 'Les personnes nommées changent.'
    case 'music':
      return 'La liste des musiques change.'
    case 'copies':
      return 'Les versions légères du son changent.'
    case 'details':
      return 'Des détails changent : numéro, saison ou date.'
  }
}
