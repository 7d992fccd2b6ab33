import type { Line } from '#lib/rundown/patch.ts'
import { toRead } from '#lib/rundown/to-read.ts'
import type { SpokenPart } from '#lib/story/document.ts'
import { ReadAloud } from './read-aloud.tsx'

type Props = {
  lines: readonly Line[]
  texts: Record<string, readonly SpokenPart[]>
  currentId: string | undefined
  nextId: string | undefined
}

/** What is read now, and what is read before the next line. */
export function LinesToRead({ lines, texts, currentId, nextId }: Props) {
  const current = lines.find(({ id }) => id === currentId)
  const next = lines.find(({ id }) => id === nextId)
  const partsOf = (line: Line) => (line.storyId && texts[line.storyId]) || []
  return (
    <>
      {current && (
        <ReadAloud
          title="À lire maintenant"
          parts={toRead(current.kind, partsOf(current), 'onAir')}
          notes={current.notes}
        />
      )}
      {next && (
        <ReadAloud
          title="À lire ensuite"
          parts={toRead(next.kind, partsOf(next), 'next')}
          notes={next.notes}
        />
      )}
    </>
  )
}
