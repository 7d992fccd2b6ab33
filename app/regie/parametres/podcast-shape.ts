import { z } from 'zod'
import { licenses } from '#lib/publishing/license.ts'

const tooLong = (most: number) => `C’est trop long : ${most} caractères au plus.`
const line = (most: number) => z.string().trim().max(most, tooLong(most))

/** An address of the web, whole, with a real host name; or nothing. */
function address(example: string) {
  const words = `Écrivez l’adresse entière, comme ${example}`
  return line(500).pipe(
    z.union([z.literal(''), z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: words })], words),
  )
}

/** As maps give it: `45.0464, 5.0517`, with French commas `45,0464 ; 5,0517`, or `geo:45.0464,5.0517`. */
function position(typed: string): string | null {
  const bare = typed.replace(/^geo:/i, '').replaceAll('−', '-')
  const [, latitude = '', longitude = ''] =
    /^(-?\d{1,2}(?:\.\d{1,8})?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d{1,8})?)$/.exec(bare) ??
    /^(-?\d{1,2}(?:,\d{1,8})?)\s*[; ]\s*(-?\d{1,3}(?:,\d{1,8})?)$/.exec(bare) ??
    []
  const [north, east] = [latitude, longitude].map((figure) => figure.replace(',', '.'))
  if (!north || !east || Math.abs(Number(north)) > 90 || Math.abs(Number(east)) > 180) return null
  return `${north}, ${east}`
}

/** `R84034` as feeds write it; or the page's address on OpenStreetMap, from which it is read. */
function mapped(typed: string): string | null {
  const [, kind = '', id = ''] =
    /^https:\/\/www\.openstreetmap\.org\/(node|way|relation)\/(\d{1,15})(?:[/?#].*)?$/i.exec(typed) ??
    /^([nwr])(\d{1,15})$/i.exec(typed) ??
    []
  return id === '' ? null : `${kind.charAt(0).toUpperCase()}${id}`
}

/** Nothing, or what `read` makes of what was typed; else `words`. */
function read(reader: (typed: string) => string | null, words: string) {
  return line(300).transform((typed, check) => {
    if (typed === '') return ''
    const value = reader(typed)
    if (value !== null) return value
    check.addIssue({ code: 'custom', message: words })
    return z.NEVER
  })
}

/** What the section "Le podcast" sends. */
export const podcastSettings = z
  .object({
    license: z
      .string()
      .refine((id) => licenses.some((known) => known.id === id), 'Choisissez une licence de la liste.'),
    locationName: line(128),
    locationGeo: read(position, 'Écrivez deux nombres, comme 45.0464, 5.0517.'),
    locationOsm: read(
      mapped,
      'Écrivez le repère d’OpenStreetMap, comme R84034, ou collez l’adresse de sa page.',
    ),
    fundingUrl: address('https://dons.example.org/'),
    fundingLabel: line(128),
    // An unticked box is not sent at all.
    isLocked: z
      .literal('on')
      .optional()
      .transform((ticked) => ticked !== undefined),
    hubUrl: address('https://relais.example.org/'),
    movedTo: address('https://ailleurs.example.org/feed.xml'),
  })
  .refine(({ fundingUrl, fundingLabel }) => fundingUrl !== '' || fundingLabel === '', {
    path: ['fundingUrl'],
    message: 'Écrivez aussi l’adresse où l’on peut donner, ou videz les mots du bouton.',
  })
