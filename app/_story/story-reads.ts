import { cache } from 'react'
import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readVoices } from '#lib/rights/voices.server.ts'
import { listClips } from '#lib/sound/sound.server.ts'
import { readStory, readStoryContent } from '#lib/story/story.server.ts'

// What several pieces of a story's page ask for, each for itself: it is read once a request.

/** The story, as `readStory` answers it. */
export const storyOf = cache((actor: Actor, storyId: string) => readStory(theDb(), actor, storyId))

/** Its text, as of now. */
export const contentOf = cache((actor: Actor, storyId: string) => readStoryContent(theDb(), actor, storyId))

/** Its sounds. */
export const soundsOf = cache((actor: Actor, storyId: string) => listClips(theDb(), actor, storyId))

/** Those who speak in it. */
export const voicesOf = cache((actor: Actor, storyId: string) => readVoices(theDb(), actor, storyId))
