/** A sound that a cue may name; `durationMs` is null until it is ready to be heard. */
export type StorySound = { id: string; title: string; durationMs: number | null }
