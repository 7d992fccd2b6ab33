'use client'
import { UserRound, UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Clash } from '#app/_rundown/live-rundown.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import type { Fields } from '#lib/rundown/patch.ts'
import { fieldNames, fieldWords, isField } from './field-words.ts'

type Props = {
  clash: Clash | null
  /** Who wrote the other value, when that is known. */
  by: string | null
  open: boolean
  nameOf: (id: string) => string
  onSettle: (choice: 'mine' | 'theirs') => void
  onClose: () => void
}

/** Two people wrote the same at the same time: both values side by side, and one of them is kept. */
export function ClashDialog({ clash, by, open, nameOf, onSettle, onClose }: Props) {
  const actions = (
    <>
      <Button icon={<UsersRound />} onClick={() => onSettle('theirs')}>
        Prendre l’autre
      </Button>
      <Button variant="primary" icon={<UserRound />} onClick={() => onSettle('mine')}>
        Garder le mien
      </Button>
    </>
  )
  return (
    <Dialog
      title="Deux versions de la même ligne"
      open={open && clash !== null}
      onClose={onClose}
      actions={actions}
    >
      {clash && (
        <>
          <p>
            {by ?? 'Quelqu’un d’autre'} vient de changer « {clash.now.title || 'Sans titre'} » pendant que
            vous l’écriviez. Rien n’est perdu : choisissez.
          </p>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(min(12rem,100%),1fr))] gap-4">
            <Side
              icon={<UserRound />}
              title="Le vôtre"
              fields={clash.edit.fields}
              clash={clash}
              nameOf={nameOf}
            />
            <Side icon={<UsersRound />} title="L’autre" fields={clash.now} clash={clash} nameOf={nameOf} />
          </div>
        </>
      )}
    </Dialog>
  )
}

type SideProps = {
  icon: ReactNode
  title: string
  fields: Partial<Fields>
  clash: Clash
  nameOf: (id: string) => string
}

function Side({ icon, title, fields, clash, nameOf }: SideProps) {
  return (
    <section className="grid gap-2 rounded-card border-2 border-border p-3" aria-label={title}>
      <h3 className="flex items-center gap-2">
        {icon}
        {title}
      </h3>
      <dl className="grid gap-2">
        {clash.fields.filter(isField).map((name) => (
          <div key={name}>
            <dt className="text-small text-ink-2">{fieldNames[name].label}</dt>
            <dd className="font-bold [overflow-wrap:anywhere]">{fieldWords(fields, name, nameOf)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
