import { Blend, Lock, Music, Timer, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { joinWords, kindWords } from './kind-words.tsx'
import type { TimedLine } from './timed-line.ts'

type Props = { line: TimedLine; isUnsaved: boolean; here: string }

/** Under the title of a line: its kind, what is heard under it, the hours it was given, who is on it. */
export function LineWhat({ line, isUnsaved, here }: Props) {
  const kind = kindWords[line.kind]
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-2">
      <Note icon={kind.icon}>{kind.label}</Note>
      {line.bed && <Note icon={<Music />}>Tapis : {line.bed}</Note>}
      {line.joinMs !== 0 && <Note icon={<Blend />}>{joinWords(line.joinMs)} avant la suite</Note>}
      <HourNotes line={line} />
      {isUnsaved && <Note icon={<Timer />}>Pas encore gardé</Note>}
      {here && (
        <span className="inline-flex items-center gap-1 rounded-tag border-2 border-dashed border-sky bg-sky-soft px-2 font-bold text-sky [&_svg]:size-5">
          <UserRound />
          {here}
        </span>
      )}
    </p>
  )
}

function HourNotes({ line: { fixedStart, fixedEnd, hitTime, countToEnd } }: { line: TimedLine }) {
  return (
    <>
      {fixedStart && <Note icon={<Lock />}>Heure fixe {fixedStart}</Note>}
      {fixedEnd && <Note icon={<Lock />}>Fin verrouillée {fixedEnd}</Note>}
      {hitTime && <Note icon={<Timer />}>Heure de passage {hitTime}</Note>}
      {countToEnd && <Note icon={<Timer />}>Finit à l’heure</Note>}
    </>
  )
}

function Note({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 [&_svg]:size-5">
      {icon}
      <span className="min-w-0">{children}</span>
    </span>
  )
}
