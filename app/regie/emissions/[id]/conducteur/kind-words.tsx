import { AudioLines, Ellipsis, Mic, Music, Podcast, Speech, Star, UsersRound, Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import type { GoesTo, ItemKind } from '#lib/db/schema.ts'
import { kindNames } from '#lib/rundown/line-words.ts'

type KindWords = { label: string; icon: ReactNode; edge: string }

/** Where a line is heard. */
export const goesToWords: Record<GoesTo, string> = {
  both: 'À l’antenne et dans le podcast',
  antenne: 'Antenne seulement',
  podcast: 'Podcast seulement',
}

/** How a line meets the next one, by its `joinMs`: a silence, or (negative) a crossfade. */
export function joinWords(joinMs: number): string {
  if (joinMs === 0) return 'Bout à bout'
  const length = `${(Math.abs(joinMs) / 1000).toLocaleString('fr-FR')} s`
  return joinMs < 0 ? `Fondu enchaîné de ${length}` : `Silence de ${length}`
}
export const joins = [0, -1000, -2000, -3000, 1000, 2000] as const

/** Each kind of line by icon, word and edge. */
export const kindWords: Record<ItemKind, KindWords> = {
  theme: { label: kindNames.theme, icon: <Star />, edge: 'border-l-brick' },
  ident: { label: kindNames.ident, icon: <Podcast />, edge: 'border-l-brick' },
  sting: { label: kindNames.sting, icon: <Zap />, edge: 'border-l-brick' },
  voice: { label: kindNames.voice, icon: <Mic />, edge: 'border-l-sky' },
  clip: { label: kindNames.clip, icon: <AudioLines />, edge: 'border-l-pine' },
  studioTalk: { label: kindNames.studioTalk, icon: <UsersRound />, edge: 'border-l-sky' },
  music: { label: kindNames.music, icon: <Music />, edge: 'border-l-plum' },
  insert: { label: kindNames.insert, icon: <Speech />, edge: 'border-l-pine' },
  other: { label: kindNames.other, icon: <Ellipsis />, edge: 'border-l-border' },
}
export const kinds = [
  'voice',
  'clip',
  'studioTalk',
  'insert',
  'music',
  'theme',
  'ident',
  'sting',
  'other',
] as const
