import { preload } from 'react-dom'

/** Asks for the two faces of a first page with the page itself; 39 kB in all. Goes in the root layout. */
export function PreloadFaces() {
  for (const face of ['atkinson-next-latin', 'bricolage-latin']) {
    preload(`/fonts/${face}.woff2`, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  }
  return null
}
