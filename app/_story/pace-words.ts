import { ofName } from '#app/_ui/name-words.ts'
import type { ReadingPace } from '#lib/story/reading-pace.server.ts'

/** How a pace is known: « mesuré sur vos 3 dernières prises ». `of` is a reader's name; null speaks to the reader. */
export function paceSource({ from, isOwn, readings }: ReadingPace, of: string | null): string {
  if (!isOwn) return 'le rythme habituel'
  const whose = of === null ? 'votre rythme' : `le rythme ${ofName(of)}`
  if (from === null) return whose
  const thing = from === 'take' ? 'prise' : 'lecture'
  const [one, several] = of === null ? ['votre dernière', 'vos'] : ['sa dernière', 'ses']
  const last = readings > 1 ? `${several} ${readings} dernières ${thing}s` : `${one} ${thing}`
  return `${whose}, mesuré sur ${last}`
}

/** « Vous lisez environ 130 mots à la minute : c’est votre rythme, mesuré sur votre dernière lecture. » */
export function paceWords(pace: ReadingPace): string {
  const subject = pace.isOwn ? 'Vous lisez environ' : 'Vos textes sont comptés à'
  return `${subject} ${pace.wpm} mots à la minute : c’est ${paceSource(pace, null)}.`
}
