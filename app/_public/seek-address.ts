/** The address of a moment of an episode, whole seconds. */
export function seekAddress(path: string, startMs: number): string {
  return `${path}?t=${Math.floor(startMs / 1000)}#ecouter`
}
