import { Download } from 'lucide-react'
import { sizeWords } from '#app/_sound/size-words.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import type { Master } from '#lib/master/master.server.ts'

const words = { light: 'MP3 léger', opus: 'Opus léger' }

/** The lighter copies of a podcast, for slow networks; nothing until they are made. */
export function LightCopies({ master, fileName }: { master: Master; fileName: string }) {
  if (master.variants.length === 0) return null
  const name = fileName.replace(/\.\w+$/, '')
  return (
    <div className="grid gap-2">
      <p className="text-ink-2">
        Des copies plus légères, pour envoyer par message ou pour un petit réseau :
      </p>
      <p className="flex flex-wrap gap-2">
        {master.variants.map(({ kind, file, sizeBytes }) => {
          const ending = file.split('.').at(-1)
          return (
            <ButtonLink
              key={kind}
              href={`/masters/${master.id}-${kind}.${ending}`}
              icon={<Download />}
              download={`${name}-leger.${ending}`}
            >
              {words[kind]} ({sizeWords(sizeBytes)})
            </ButtonLink>
          )
        })}
      </p>
    </div>
  )
}
