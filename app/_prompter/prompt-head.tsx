import { ArrowLeft, Timer, WifiOff } from 'lucide-react'
import Link from 'next/link'
import { durationWords } from '#app/_ui/duration-words.ts'
import type { RollView } from './text-roll.ts'

type Props = {
  title: string
  back: { href: string; label: string }
  view: RollView
  isShow: boolean
  isOnline: boolean
}

/** Above the text: the way back, what is read, and how long it still takes. */
export function PromptHead({ title, back, view, isShow, isOnline }: Props) {
  return (
    <header className="prompt-head">
      <Link href={back.href} prefetch={false} className="prompt-back">
        <ArrowLeft />
        <span>{back.label}</span>
      </Link>
      <h1>{title}</h1>
      {!isOnline && (
        <p role="status" className="prompt-fact">
          <WifiOff /> Pas de réseau. Le texte reste affiché.
        </p>
      )}
      <p className="prompt-fact tabular">
        <Timer />
        <span>{leftWords(view, isShow)}</span>
      </p>
    </header>
  )
}

function leftWords({ leftMs, sectionLeftMs }: RollView, isShow: boolean): string {
  if (leftMs < 1000) return 'Tout est lu.'
  const all = `Reste environ ${durationWords(leftMs)}`
  return isShow && sectionLeftMs >= 1000 ? `${all}, cette ligne environ ${durationWords(sectionLeftMs)}` : all
}
