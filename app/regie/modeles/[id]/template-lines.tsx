'use client'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import type { TemplateItem } from '#lib/db/schema.ts'
import { TemplateLine } from './template-line.tsx'

type Row = { key: string; item: TemplateItem; isRemoved: boolean }
type Props = { items: readonly TemplateItem[]; error: (name: string) => string | undefined }

const bare: TemplateItem = {
  kind: 'voice',
  title: '',
  who: '',
  plannedMs: 0,
  clipId: null,
  goesTo: 'both',
  bedId: null,
  joinMs: 0,
  fixedStart: null,
  fixedEnd: null,
  hitTime: null,
  isSkipped: false,
  countToEnd: false,
}

/** The lines in their order. One that is taken out only hides until the template is kept, so it can come back as typed. */
export function TemplateLines({ items, error }: Props) {
  const [rows, setRows] = useState<readonly Row[]>(() =>
    items.map((item, index) => ({ key: `kept-${index}`, item, isRemoved: false })),
  )
  const added = useRef(0)
  const left = rows.filter(({ isRemoved }) => !isRemoved)
  const show = (key: string, isRemoved: boolean) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, isRemoved } : row)))
  const remove = (key: string, name: string) => {
    show(key, true)
    showToast({ text: `${name} n’est plus dans le modèle.`, undo: () => show(key, false) })
  }
  const swap = (row: Row, other: Row | undefined) => {
    if (!other) return
    setRows((now) => now.map((one) => (one === row ? other : one === other ? row : one)))
  }
  const add = () => {
    added.current += 1
    const key = `new-${added.current}`
    setRows((now) => [...now, { key, item: bare, isRemoved: false }])
  }
  return (
    <section className="grid grid-cols-1 gap-4">
      <h2>Les lignes</h2>
      {left.length === 0 && <p>Aucune ligne : les numéros commencent vides.</p>}
      <ol className="grid grid-cols-1 gap-3">
        {rows.map((row) => {
          const place = left.indexOf(row)
          return (
            <TemplateLine
              key={row.key}
              item={row.item}
              isNew={row.key.startsWith('new')}
              place={place}
              count={left.length}
              error={place < 0 ? undefined : error(`planned.${place}`)}
              onUp={() => swap(row, left[place - 1])}
              onDown={() => swap(row, left[place + 1])}
              onRemove={(name) => remove(row.key, name)}
            />
          )
        })}
      </ol>
      <div>
        <Button icon={<Plus />} onClick={add}>
          Ajouter une ligne
        </Button>
      </div>
    </section>
  )
}
