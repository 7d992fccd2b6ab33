import type { MetadataRoute } from 'next'
import { theDb } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'

/** What telephones call the sounds that one sends on. */
const sharedTypes = ['audio/*', '.opus', '.ogg', '.m4a', '.mp3', '.aac', '.amr', '.wav', '.flac', '.3gp']

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
    id: '/',
    start_url: '/bienvenue',
    display: 'minimal-ui',
    shortcuts: [
      { name: 'Parler', url: '/sujets/nouveau', icons: [icon(192, 'any')] },
      { name: 'Mes sujets', url: '/sujets', icons: [icon(192, 'any')] },
      { name: 'À envoyer', url: '/envois', icons: [icon(192, 'any')] },
    ],
    share_target: {
      action: '/recu',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        title: 'titre',
        text: 'texte',
        files: [{ name: 'sons', accept: [...sharedTypes] }],
      },
    },
    background_color: '#FBF7F0',
    theme_color: '#FBF7F0',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(192, 'maskable'), icon(512, 'maskable')],
  }
}
