import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  Info,
  type LucideIcon,
  OctagonAlert,
  Tag,
  TriangleAlert,
} from 'lucide-react'
import type { Tone } from './tone.ts'

/** Round, triangle, octagon: the outline alone tells the tone. */
const signs: Record<Tone, LucideIcon> = {
  neutral: CircleDashed,
  info: Info,
  ok: CircleCheck,
  warn: TriangleAlert,
  error: OctagonAlert,
  culture: Tag,
  brick: CircleDot,
}

/** The sign of a tone, silent: the words beside it say the same. */
export function ToneSign({ tone, size = 24 }: { tone: Tone; size?: number }) {
  const Sign = signs[tone]
  return <Sign size={size} />
}
