'use client'
import './globals.css'
import PageError from './error.tsx'

/** As `error.tsx`, when even the frame around the pages failed. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="fr">
      <body>
        <title>Cette page n’est pas venue</title>
        <PageError reset={reset} />
      </body>
    </html>
  )
}
