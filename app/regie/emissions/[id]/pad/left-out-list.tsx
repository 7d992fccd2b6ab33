import type { LeftOut } from '#lib/master/items.ts'

const reasons: Record<LeftOut['reason'], string> = {
  'no-sound': 'pas encore de son',
  'antenne-only': 'à l’antenne seulement',
  'podcast-only': 'dans le podcast seulement',
  'commercial-music': 'musique du commerce, à l’antenne seulement',
  damaged: 'le son n’est pas utilisable',
  silent: 'on n’y entend rien',
}

/** What will not be in the podcast, and why. */
export function LeftOutList({ leftOut }: { leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return null
  return (
    <div className="grid gap-2 rounded-card bg-sand p-4">
      <h3>Ce qui n’y sera pas</h3>
      <ul className="list-disc pl-6">
        {leftOut.map((item) => (
          <li key={item.itemId}>
            {item.title || 'Sans titre'} : {reasons[item.reason]}
          </li>
        ))}
      </ul>
    </div>
  )
}
