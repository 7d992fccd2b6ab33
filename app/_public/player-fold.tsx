import { type ComponentProps, lazy, Suspense, useState } from 'react'
import { FoldSummary } from '#app/_ui/fold-summary.tsx'

const PlayerMore = lazy(() => import('./player-more.tsx'))

/** A fold whose inside is fetched when it is first opened. */
export function PlayerFold(props: ComponentProps<typeof PlayerMore>) {
  const [wasOpened, setOpened] = useState(false)
  return (
    <details onToggle={() => setOpened(true)}>
      <FoldSummary>
        {props.playable.length > 1
          ? 'Son plus léger, lien, téléchargement, clavier'
          : 'Lien, téléchargement, clavier'}
      </FoldSummary>
      {wasOpened && (
        <Suspense>
          <PlayerMore {...props} />
        </Suspense>
      )}
    </details>
  )
}
