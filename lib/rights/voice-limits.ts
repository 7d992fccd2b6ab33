/** How many characters a name, and a warning to listeners, may have. */
export const voiceLimits = { name: 80, warning: 300 } as const
