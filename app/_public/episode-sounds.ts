import { audioPath } from '#lib/publishing/addresses.ts'
import type { PublicationCard } from '#lib/publishing/publication.ts'

/** One of the copies of an episode that a listener chooses from. */
export type EpisodeSound = {
  kind: 'normal' | 'light' | 'opus'
  src: string
  /** Media type, to ask the browser whether it plays it. */
  type: string
  sizeBytes: number
}

/** What each copy is called, and for whom it is. */
export const soundWords: Record<EpisodeSound['kind'], { name: string; hint: string }> = {
  normal: { name: 'Son normal', hint: 'Le meilleur, pour le wifi' },
  light: { name: 'Son léger', hint: 'Pour un réseau lent' },
  opus: { name: 'Son très léger', hint: 'Pour un petit forfait' },
}

/** All copies of an episode, the ordinary one first. */
export function episodeSounds(
  episode: Pick<PublicationCard, 'masterId' | 'sizeBytes' | 'alternatives'>,
): [EpisodeSound, ...EpisodeSound[]] {
  const { masterId, sizeBytes, alternatives } = episode
  const lighter = alternatives.map(({ kind, fileId, type, sizeBytes: bytes }): EpisodeSound => {
    return { kind, src: audioPath(fileId, kind === 'opus' ? 'opus' : 'mp3'), type, sizeBytes: bytes }
  })
  const normal: EpisodeSound = { kind: 'normal', src: audioPath(masterId), type: 'audio/mpeg', sizeBytes }
  return [normal, ...lighter.toSorted((one, other) => other.sizeBytes - one.sizeBytes)]
}

/** "12,3 Mo". */
export function sizeWords(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`
}
