import { Play, X } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { formatDuration } from '#lib/time/duration.ts'
import { CopyPassage } from './copy-passage.tsx'
import { listenFrom } from './page-audio.ts'

type Props = { path: string; at: number; close: () => void }

/** What can be done with the sentence that was touched. */
export default function PassageBar({ path, at, close }: Props) {
  return (
    <section
      aria-label="Ce passage"
      className="fixed inset-x-0 bottom-0 z-40 border-t-2 border-border bg-surface px-gutter py-3 print:hidden"
    >
      <div className="mx-auto flex max-w-6xl flex-wrap items-start gap-2">
        <Button icon={<Play />} onClick={() => listenFrom(at)}>
          Écouter à {formatDuration(at * 1000)}
        </Button>
        <CopyPassage key={at} path={path} at={() => at} />
        <Button variant="quiet" icon={<X />} onClick={close}>
          Fermer
        </Button>
      </div>
    </section>
  )
}
