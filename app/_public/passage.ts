import { seekAddress } from './seek-address.ts'

/** The address of a moment of an episode, in seconds; its beginning needs no moment. */
export function passageAddress(page: string, at: number): string {
  return at >= 1 ? seekAddress(page, at * 1000) : page
}
