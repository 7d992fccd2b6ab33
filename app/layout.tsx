import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { currentShow } from '#app/_show/current-show.ts'
import { comfortAttributes, comfortCookie, readComfort } from '#app/_ui/comfort.ts'
import { PreloadFaces } from '#app/_ui/preload-faces.tsx'
import { theSite } from '#lib/machine/site.server.ts'
import { feedPath } from '#lib/publishing/addresses.ts'

export async function generateMetadata(): Promise<Metadata> {
  const name = (await currentShow())?.name ?? 'La Bobine'
  return {
    metadataBase: new URL(theSite().baseUrl),
    title: { default: name, template: `%s · ${name}` },
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '32x32' },
        { url: '/marque/icon.svg', type: 'image/svg+xml' },
      ],
      apple: '/marque/apple-touch-icon.png',
    },
    alternates: { types: { 'application/rss+xml': feedPath } },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#FBF7F0' },
    { media: '(prefers-color-scheme: dark)', color: '#171310' },
  ],
}

export default async function Layout({ children }: { children: ReactNode }) {
  const comfort = readComfort((await cookies()).get(comfortCookie)?.value)
  const worn = Object.fromEntries(
    Object.entries(comfortAttributes(comfort)).filter(([, value]) => value !== null),
  )
  return (
    <html lang="fr" {...worn} suppressHydrationWarning>
      <body>
        <PreloadFaces />
        {children}
      </body>
    </html>
  )
}
