/** What a piece of the kit is about, before any colour: each tone also has its own sign. */
export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'error' | 'culture' | 'brick'

/** Soft ground, readable text and edge of a tone. */
export const toneLook: Record<Tone, string> = {
  neutral: 'bg-sand text-ink border-border',
  info: 'bg-sky-soft text-sky border-sky',
  ok: 'bg-pine-soft text-pine border-pine',
  warn: 'bg-warn-soft text-warn border-warn',
  error: 'bg-error-soft text-error border-error',
  culture: 'bg-plum-soft text-plum border-plum',
  brick: 'bg-brick-soft text-brick-pressed border-brick',
}
