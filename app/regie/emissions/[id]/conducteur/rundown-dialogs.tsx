'use client'
import { Dialog } from '#app/_ui/dialog.tsx'
import type { Sources } from '#lib/rundown/sources.server.ts'
import type { Choices } from './choices.ts'
import { ClashDialog } from './clash-dialog.tsx'
import { InsertDialog } from './insert-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LineMenu } from './line-menu.tsx'
import { OpenLine } from './open-line.tsx'
import type { Asked } from './use-asked.ts'
import type { useRundown } from './use-rundown.ts'

export type Opened = 'insert' | 'keys' | null

type Props = {
  episodeId: string
  rundown: ReturnType<typeof useRundown>
  memberId: string
  opened: Opened
  /** The clash that the person will decide later. */
  putOff: object | null
  sources: Asked<Sources>
  choices: Choices
  own: readonly string[]
  beds: Readonly<Record<string, string>>
  onInsert: () => void
  onClose: () => void
  onPutOff: (clash: object | null) => void
}

/** All that opens above the rundown: a line's menu and its sheet, where lines come from, the keys, a clash. */
export function RundownDialogs(props: Props) {
  const { rundown, memberId, opened, choices, own, beds, onClose } = props
  const { live, exact, desk, deskView, timed } = rundown
  const { menu, open } = deskView
  const nameOf = (id: string) =>
    exact.facts.stories[id]?.title ?? exact.facts.clips[id]?.title ?? beds[id] ?? 'Un autre'
  const other = exact.latest?.by?.id === memberId ? null : exact.latest?.by
  return (
    <>
      {menu && <LineMenu key={menu.id} desk={desk} menu={menu} onAdd={props.onInsert} />}
      <Dialog title="Changer la ligne" open={open !== null} onClose={() => desk.openLine(null)}>
        {open && (
          <OpenLine
            key={open}
            id={open}
            episodeId={props.episodeId}
            lines={timed.lines}
            desk={desk}
            choices={choices}
            own={own}
          />
        )}
      </Dialog>
      <InsertDialog
        open={opened === 'insert'}
        choices={choices}
        own={own}
        sources={props.sources}
        onAdd={(lines) => desk.add(lines)}
        onClose={onClose}
      />
      <KeysDialog open={opened === 'keys'} onClose={onClose} />
      <ClashDialog
        clash={exact.clash}
        by={other?.name ?? null}
        open={exact.clash !== null && props.putOff !== exact.clash}
        nameOf={nameOf}
        onSettle={(choice) => live.settle(choice)}
        onClose={() => props.onPutOff(exact.clash)}
      />
    </>
  )
}
