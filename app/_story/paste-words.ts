import type { LeftOut } from '#lib/story/paste-html.ts'

const list = new Intl.ListFormat('fr', { type: 'conjunction' })
const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`]

/** What a paste left behind, in a sentence; null when nothing was. */
export function leftOutWords({ images, menus, links, isTracked, looks }: LeftOut): string | null {
  const things = [
    ...counted(images, 'image', 'images'),
    ...counted(menus, 'menu ou bouton', 'menus et boutons'),
    ...counted(links, 'lien qui ne mène nulle part', 'liens qui ne mènent nulle part'),
    ...(isTracked ? ['ce qui suit les lecteurs dans les liens'] : []),
    ...(looks ? ['les couleurs et les polices'] : []),
  ]
  return things.length === 0
    ? null
    : `C’est collé. On a laissé de côté : ${list.format(things)}. Annuler l’enlève.`
}

/** What became of a conversation that was pasted. */
export function chatWords(messages: number, notes: number): string {
  const taken =
    messages === 1 ? '1 message collé, sans son heure' : `${messages} messages collés, sans leur heure`
  return notes === 0 ? `${taken}.` : `${taken}. Les images, appels et avis sont laissés de côté.`
}
