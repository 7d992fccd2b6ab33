/** How a master meets the length that it must have: silence added at its end, or how much it is too long, ms. */
export type SlotFit = { fillMs: number; overMs: number }

/** What a programme of `lengthMs` needs to last exactly `slotMs`. Too long is said, never cut by itself. */
export function fitSlot(lengthMs: number, slotMs: number): SlotFit {
  return { fillMs: Math.max(0, slotMs - lengthMs), overMs: Math.max(0, lengthMs - slotMs) }
}
