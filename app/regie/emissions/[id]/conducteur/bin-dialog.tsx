'use client'
import { Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { LiveRundown } from '#app/_rundown/live-rundown.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import type { ItemKind } from '#lib/db/schema.ts'
import { AskedNote } from './asked-note.tsx'
import { kindWords } from './kind-words.tsx'
import { pastTime } from './past-words.ts'
import { useAsked } from './use-asked.ts'

type Binned = { id: string; title: string; kind: ItemKind; binnedAt: string | null }
type Props = { episodeId: string; live: LiveRundown; zone: string }

/** The lines that were taken out, and how to put them back. */
export function BinDialog({ episodeId, live, zone }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [back, setBack] = useState<ReadonlySet<string>>(new Set())
  const { value, failed, ask } = useAsked<Binned[]>(episodeId, 'bin')
  const open = () => {
    setOpen(true)
    setBack(new Set())
    void ask()
  }
  const restore = (id: string) => {
    live.ask({ do: 'restore', id })
    setBack((ids) => new Set([...ids, id]))
  }
  const left = value?.filter(({ id }) => !back.has(id))
  return (
    <>
      <Button icon={<Trash2 />} onClick={open} aria-haspopup="dialog">
        Corbeille
      </Button>
      <Dialog title="Lignes retirées" open={isOpen} onClose={() => setOpen(false)}>
        {!value && <AskedNote failed={failed} />}
        {left?.length === 0 && <p>La corbeille est vide.</p>}
        <ul className="grid gap-2">
          {left?.map(({ id, title, kind, binnedAt }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-2 border-b-2 border-border pb-2"
            >
              <p className="min-w-0 flex-1 basis-48">
                <strong>{title || 'Sans titre'}</strong> · {kindWords[kind].label}
                {binnedAt && (
                  <span className="text-ink-2">
                    {' '}
                    — {pastTime(Date.parse(binnedAt), live.clock.now(), zone)}
                  </span>
                )}
              </p>
              <Button icon={<Undo2 />} onClick={() => restore(id)}>
                Remettre
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  )
}
