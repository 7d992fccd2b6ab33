'use client'
import { ChevronDown, History, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { LiveRundown } from '#app/_rundown/live-rundown.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import type { PastChange } from '#lib/rundown/history.server.ts'
import { AskedNote } from './asked-note.tsx'
import { pastTime, pastWords } from './past-words.ts'
import { useAsked } from './use-asked.ts'

/** As it comes over the network: instants are texts. */
type Entry = Omit<PastChange, 'at'> & { at: string }
const PAGE = 100

type Props = { episodeId: string; live: LiveRundown; zone: string; mayEdit: boolean }

/** Who did what, in words, the newest first; and the way back to any moment. */
export function HistoryDialog({ episodeId, live, zone, mayEdit }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { value, failed, ask } = useAsked<Entry[]>(episodeId, 'history')
  const open = () => {
    setOpen(true)
    void ask()
  }
  const more = () =>
    void ask(`?before=${value?.at(-1)?.version}`, (before, next) => [...(before ?? []), ...next])
  const returnTo = (version: number, when: string) => {
    live.ask({ do: 'return', version })
    setOpen(false)
    showToast({
      text: `Le conducteur revient à ce qu’il était ${when}.`,
      undo: () => live.ask({ do: 'undo' }),
    })
  }
  const now = live.clock.now()
  return (
    <>
      <Button icon={<History />} onClick={open} aria-haspopup="dialog">
        Historique
      </Button>
      <Dialog title="Ce qui a changé" open={isOpen} onClose={() => setOpen(false)}>
        {!value && <AskedNote failed={failed} />}
        {value?.length === 0 && <p>Rien n’a encore changé.</p>}
        <ol className="grid gap-2">
          {value?.map(({ at, ...entry }, index) => {
            const when = pastTime(Date.parse(at), now, zone)
            return (
              <li key={entry.version} className="grid gap-1 border-b-2 border-border pb-2">
                <p>
                  {pastWords(entry)} <span className="text-ink-2">— {when}</span>
                </p>
                {mayEdit && index > 0 && (
                  <p>
                    <Button icon={<RotateCcw />} onClick={() => returnTo(entry.version, when)}>
                      Revenir à cette version
                    </Button>
                  </p>
                )}
              </li>
            )
          })}
        </ol>
        {value && value.length > 0 && value.length % PAGE === 0 && (
          <Button icon={<ChevronDown />} onClick={more}>
            Voir plus ancien
          </Button>
        )}
      </Dialog>
    </>
  )
}
