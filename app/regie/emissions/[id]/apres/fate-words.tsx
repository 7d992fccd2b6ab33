import { CircleCheck, CircleDashed, CircleSlash, SkipForward, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from '#app/_ui/tone.ts'
import type { Fate } from '#lib/rundown/as-run.ts'

/** What became of a line, by icon, word and tone. */
export const fateWords: Record<Fate, { label: string; icon: ReactNode; tone: Tone }> = {
  played: { label: 'Passée', icon: <CircleCheck size={20} />, tone: 'ok' },
  jumped: { label: 'Enjambée', icon: <SkipForward size={20} />, tone: 'warn' },
  skipped: { label: 'Sautée, comme prévu', icon: <CircleSlash size={20} />, tone: 'neutral' },
  waiting: { label: 'Pas encore passée', icon: <CircleDashed size={20} />, tone: 'neutral' },
  gone: { label: 'Passée, puis retirée du conducteur', icon: <Trash2 size={20} />, tone: 'info' },
}
