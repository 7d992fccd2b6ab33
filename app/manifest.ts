import type { MetadataRoute } from 'next'
import { theDb } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'

export const dynamic = 'force-dynamic'

/** What a phone shows when the radio is put on its home screen. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const name = (await findShow(theDb()))?.name ?? 'La Bobine'
  const icon = (size: number, purpose: 'any' | 'maskable') => ({
    src: `/marque/icon-${purpose === 'maskable' ? 'maskable-' : ''}${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  })
  return {
    name,
    short_name: name.length > 14 ? 'La Bobine' : name,
    lang: 'fr',
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#FBF7F0',
    theme_color: '#FBF7F0',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(192, 'maskable'), icon(512, 'maskable')],
  }
}
