/** The address of a moment of an episode, in seconds; its beginning needs no moment. */
export function passageAddress(page: string, at: number): string {
  const second = Math.max(0, Math.floor(at))
  return second > 0 ? `${page}?t=${second}#ecouter` : page
}
