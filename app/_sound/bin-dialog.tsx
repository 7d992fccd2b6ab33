'use client'
import { Trash2 } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'

type Props = {
  title: string
  /** Where the sound is used. */
  missed: string
  open: boolean
  close: () => void
  bin: () => void
}

/** Says who would miss a sound before it goes to the bin. */
export function BinDialog({ title, missed, open, close, bin }: Props) {
  return (
    <Dialog
      title={`Mettre «\u00a0${title}\u00a0» à la corbeille\u00a0?`}
      open={open}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Garder le son</Button>
          <Button
            variant="danger"
            icon={<Trash2 />}
            onClick={() => {
              close()
              bin()
            }}
          >
            Mettre à la corbeille
          </Button>
        </>
      }
    >
      <p>{missed}</p>
      <p>Là où il est utilisé, il n’y aura plus de son. Vous pouvez le reprendre pendant 30 jours.</p>
    </Dialog>
  )
}
