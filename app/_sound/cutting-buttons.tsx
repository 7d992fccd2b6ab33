import {
  ArrowLeftFromLine,
  ArrowRightFromLine,
  ChevronLeft,
  ChevronRight,
  ChevronsLeft,
  ChevronsRight,
  Pause,
  Play,
  Redo2,
  RotateCcw,
  Scissors,
  SquareSplitHorizontal,
  Trash2,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { PlaceField } from './place-field.tsx'
import type { CuttingDesk } from './use-cutting-desk.ts'

const round =
  'inline-flex size-16 flex-none items-center justify-center rounded-pill border-2 border-brick bg-brick text-on-fill ' +
  'hover:border-brick-pressed hover:bg-brick-pressed'

/** Listening and moving: to a tenth of a second, by finger, key or figures. */
export function PlaceButtons({ desk }: { desk: CuttingDesk }) {
  const Sign = desk.isPlaying ? Pause : Play
  return (
    <div className="flex flex-wrap items-end gap-2">
      <button
        type="button"
        className={round}
        onClick={desk.toggle}
        aria-label={desk.isPlaying ? 'Pause' : 'Écouter ce qu’on garde'}
      >
        <Sign size={28} />
      </button>
      <PlaceField label="Place dans le son" atMs={desk.atMs} onPlace={desk.seek} />
      <div className="flex flex-wrap gap-2">
        <Step desk={desk} by={-1000} sign={<ChevronsLeft />} words="Reculer d’une seconde" />
        <Step desk={desk} by={-100} sign={<ChevronLeft />} words="Reculer d’un dixième de seconde" />
        <Step desk={desk} by={100} sign={<ChevronRight />} words="Avancer d’un dixième de seconde" />
        <Step desk={desk} by={1000} sign={<ChevronsRight />} words="Avancer d’une seconde" />
        <Small sign={<ZoomOut />} words="Voir de plus loin" onPress={desk.farther} />
        <Small sign={<ZoomIn />} words="Voir de plus près" onPress={desk.nearer} />
      </div>
    </div>
  )
}

/** The two ends of what is kept. */
export function EndButtons({ desk }: { desk: CuttingDesk }) {
  return (
    <>
      <Button icon={<ArrowRightFromLine />} onClick={desk.beginHere}>
        Commencer ici
      </Button>
      <Button icon={<ArrowLeftFromLine />} onClick={desk.endHere}>
        Finir ici
      </Button>
    </>
  )
}

/** What is done at the place: each has its key, and its word. */
export function CutButtons({ desk, split }: { desk: CuttingDesk; split: () => void }) {
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Button icon={<Scissors />} onClick={desk.cutHere}>
          Couper ici
        </Button>
        <EndButtons desk={desk} />
        <Button icon={<Trash2 />} onClick={desk.leaveOut}>
          Enlever ce morceau
        </Button>
        <Button icon={<SquareSplitHorizontal />} onClick={split}>
          En faire deux sons ici
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet" icon={<Undo2 />} onClick={desk.undo}>
          Annuler
        </Button>
        <Button variant="quiet" icon={<Redo2 />} onClick={desk.redo}>
          Rétablir
        </Button>
        {desk.takeAll && (
          <Button variant="quiet" icon={<RotateCcw />} onClick={desk.takeAll}>
            Tout reprendre
          </Button>
        )}
      </div>
      <Checkbox
        label="Caler les coupes sur le silence le plus proche"
        name="snaps"
        checked={desk.snaps}
        onChange={(event) => desk.setSnaps(event.target.checked)}
      />
    </div>
  )
}

type StepProps = { desk: CuttingDesk; by: number; sign: React.ReactNode; words: string }

function Step({ desk, by, sign, words }: StepProps) {
  return <Small sign={sign} words={words} onPress={() => desk.move(by)} />
}

function Small({ sign, words, onPress }: { sign: React.ReactNode; words: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      aria-label={words}
      title={words}
      className="inline-flex size-12 flex-none items-center justify-center rounded-card border-2 border-border bg-surface hover:bg-sand"
    >
      {sign}
    </button>
  )
}
