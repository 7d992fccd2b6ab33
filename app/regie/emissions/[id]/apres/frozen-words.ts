import type { FrozenCopy } from '#lib/rundown/broadcast.server.ts'

/** "Figée le 27 novembre 2026 à 19:02 par Nadia". */
export function frozenWords(
  { frozenAt, signedBy }: Pick<FrozenCopy, 'frozenAt' | 'signedBy'>,
  timeZone: string,
) {
  const day = frozenAt.toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone })
  const time = frozenAt.toLocaleTimeString('fr-FR', { timeStyle: 'short', timeZone })
  return `Figée le ${day} à ${time}, signée par ${signedBy}`
}
