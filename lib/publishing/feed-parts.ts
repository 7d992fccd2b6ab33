import { clipCharacters } from './length.ts'
import { oneLine, type XmlElement, xml } from './xml.ts'

/** An element's text that apps show: one line, 128 characters at most. */
export const labelMaxCharacters = 128
export const titleMaxCharacters = 255

/** A square cover for directories (JPEG or PNG without alpha, 1400–3000 px), or another picture of it. */
export type FeedImage = {
  url: string
  /** What one sees, for those who do not. */
  alt?: string
  widthPx?: number
  heightPx?: number
}

/** Somebody credited, as they wish to be named. `role` and `group` are English labels of the taxonomy. */
export type FeedPerson = { name: string; role: string; group: string; url?: string; imageUrl?: string }

/** `rel`: `creator` where it is made, `subject` what it is about. `osm`: N, W or R and digits. */
export type FeedPlace = {
  name: string
  rel: 'creator' | 'subject'
  /** Decimal degrees. */
  position?: { latitude: number; longitude: number }
  osm?: string
  /** ISO 3166-1 alpha-2. */
  country?: string
}

/** `id`: the namespace's or SPDX's identifier, such as `cc-by-nc-sa-4.0`; `url` where it can be read. */
export type FeedLicense = { id: string; url: string }

export function label(text: string, maxCharacters = labelMaxCharacters): string {
  return clipCharacters(oneLine(text), maxCharacters)
}

/**
 * An absolute http(s) address in ASCII (accents percent-encoded, the host in Punycode).
 * Throws on anything else: a feed with a broken address must not go out.
 */
export function webAddress(address: string): string {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Error(`A feed needs absolute web addresses, and "${address}" is none`)
  }
  return url.href
}

/** RFC 2822 knows no absent value: an address or nothing. */
export function optionalAddress(address: string | undefined): string | undefined {
  return address === undefined || address === '' ? undefined : webAddress(address)
}

export function personElements(persons: readonly FeedPerson[]): XmlElement[] {
  const seen = new Set<string>()
  return persons.flatMap((person) => {
    const name = label(person.name)
    const key = [name, person.role, person.group].join('\n').toLowerCase()
    if (name === '' || seen.has(key)) return []
    seen.add(key)
    const { role, group, imageUrl, url } = person
    const attributes = { role, group, img: optionalAddress(imageUrl), href: optionalAddress(url) }
    return [xml('podcast:person', attributes, name)]
  })
}

export function placeElements(places: readonly FeedPlace[]): XmlElement[] {
  return places
    .filter((place) => label(place.name) !== '')
    .map((place) =>
      xml(
        'podcast:location',
        {
          rel: place.rel,
          geo: place.position && `geo:${place.position.latitude},${place.position.longitude}`,
          osm: place.osm && /^[NWR]\d+$/.test(place.osm) ? place.osm : undefined,
          country:
            place.country && /^[a-z]{2}$/i.test(place.country) ? place.country.toLowerCase() : undefined,
        },
        label(place.name),
      ),
    )
}

export function licenseElement(license: FeedLicense): XmlElement {
  return xml('podcast:license', { url: webAddress(license.url) }, label(license.id).toLowerCase())
}

/** The square artwork again with its alternative text, and the wide picture for social previews. */
export function imageElements(cover: FeedImage, social?: FeedImage): XmlElement[] {
  const wide = social ? [imageElement(social, 'social')] : []
  return cover.alt ? [imageElement(cover, 'artwork'), ...wide] : wide
}

function imageElement(image: FeedImage, purpose: string): XmlElement {
  return xml('podcast:image', {
    href: webAddress(image.url),
    alt: image.alt && oneLine(image.alt),
    'aspect-ratio': purpose === 'artwork' ? '1/1' : '1.9/1',
    width: image.widthPx,
    height: image.heightPx,
    purpose,
  })
}
