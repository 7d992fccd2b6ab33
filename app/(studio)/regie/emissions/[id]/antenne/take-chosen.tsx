import { CornerDownRight, X } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'

type Props = { title: string; onTake: () => void; onCancel: () => void }

/** The line that was chosen in the list, to jump to. */
export function TakeChosen({ title, onTake, onCancel }: Props) {
  return (
    <div className="flex flex-wrap gap-2">
      <div className="min-w-0 grow">
        <Button wide icon={<CornerDownRight />} onClick={onTake}>
          Passer à : {title}
        </Button>
      </div>
      <Button variant="quiet" icon={<X />} onClick={onCancel} aria-label="Ne plus choisir cette ligne" />
    </div>
  )
}
