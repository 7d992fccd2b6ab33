import { z } from 'zod'
import { soundbiteTrouble } from '#lib/publishing/soundbite.ts'
import { parseDuration } from '#lib/time/duration.ts'

/** A length or a place in the sound; null where nothing is typed. */
const time = (example: string) =>
  z
    .string()
    .trim()
    .transform((typed, check) => {
      if (typed === '') return null
      const ms = parseDuration(typed)
      if (ms !== null) return ms
      check.addIssue({
        code: 'custom',
        message: `On ne comprend pas cette durée. Écrivez par exemple ${example}.`,
      })
      return z.NEVER
    })

const troubles = {
  start: { path: 'start', message: 'L’extrait commence après le tout début : au moins une seconde.' },
  short: { path: 'length', message: 'Un extrait dure au moins 15 secondes.' },
  long: { path: 'length', message: 'Un extrait dure 2 minutes au plus.' },
}

/** What the form "Dans les applications" sends. */
export const forApps = z
  .object({
    episodeId: z.uuid(),
    kind: z.enum(['full', 'trailer', 'bonus'], 'Choisissez une des trois réponses.'),
    start: time('12:30'),
    length: time('1:00'),
    biteTitle: z.string().trim().max(128, 'Le titre tient en 128 caractères. Rien n’est perdu.'),
  })
  .transform(({ episodeId, kind, start, length, biteTitle }, check) => {
    const refuse = (path: string, message: string) => {
      check.addIssue({ code: 'custom', path: [path], message })
      return z.NEVER
    }
    if (start === null && length === null && biteTitle === '') return { episodeId, kind, soundbite: null }
    if (start === null) return refuse('start', 'Écrivez où l’extrait commence, par exemple 12:30.')
    if (length === null) return refuse('length', 'Écrivez combien de temps il dure, par exemple 1:00.')
    const soundbite = { startMs: start, durationMs: length, title: biteTitle }
    const trouble = soundbiteTrouble(soundbite, null)
    if (!trouble || trouble === 'outside') return { episodeId, kind, soundbite }
    return refuse(troubles[trouble].path, troubles[trouble].message)
  })
