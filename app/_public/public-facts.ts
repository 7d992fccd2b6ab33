import type { Metadata } from 'next'
import { currentShow } from '#app/_show/current-show.ts'
import { feedPath, picturePath } from '#lib/publishing/addresses.ts'

type Told = {
  title?: string
  description?: string
  /** The page's own address, without what only chooses among it. */
  path: string
  /** Of a feed besides the show's, with its title. */
  feed?: { url: string; title: string }
  /** False for pages that only show others in another order. */
  isFound?: boolean
}

/** What machines read of a public page: its one address, the feed, and how it looks where people share it. */
export async function publicFacts({
  title,
  description,
  path,
  feed,
  isFound = true,
}: Told): Promise<Metadata> {
  const show = await currentShow()
  const name = show?.name ?? 'La Bobine'
  const words = description || show?.description || undefined
  const cover = show?.coverFile ? picturePath(show.coverFile) : '/marque/icon-512.png'
  return {
    ...(title ? { title } : {}),
    ...(words ? { description: words } : {}),
    ...(isFound ? {} : { robots: { index: false, follow: true } }),
    alternates: {
      canonical: path,
      types: { 'application/rss+xml': [...(feed ? [feed] : []), { url: feedPath, title: name }] },
    },
    openGraph: {
      ...{ title: title ?? name, url: path, siteName: name, locale: 'fr_FR', type: 'website' },
      ...(words ? { description: words } : {}),
      images: [{ url: cover, alt: name }],
    },
    twitter: { card: 'summary' },
  }
}
