import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { clips, members, type Role, shows } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { makeInvitation } from '#lib/people/members.server.ts'
import { addItems } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { createStory, writeStoryContent } from '#lib/story/story.server.ts'
import { withDatabase } from './on-air.ts'
import type { App } from './server.ts'

/** A story of two people, in the next show: its address, and the door of the second. */
export type SharedStory = { path: string; door: string }

/** What the coordination's first account has before it writes: a show, a colleague, a story with a sound that the next show plays. */
export async function shareStory(app: App, colleague: string, title: string): Promise<SharedStory> {
  return await withDatabase(app, async (db) => {
    await db.insert(shows).values({ name: 'La voix du marché', slotWeekday: 5, slotTime: '18:00' })
    const [founder] = await db.select().from(members).where(eq(members.role, 'coordination'))
    const role: Role = 'resident'
    const [other] = await db.insert(members).values({ name: colleague, role }).returning()
    if (!founder || !other) throw new Error('Nobody is there')
    const actor: Actor = { ...founder, memberId: founder.id, sessionId: '' }
    const details = { title, rubricId: null, themeIds: [], peopleIds: [other.id] }
    const storyId = await createStory(db, actor, details)
    await writeStoryContent(db, actor, storyId, interview)
    // Only its length matters here: that a sound becomes ready is walked through elsewhere.
    const file = { originalName: 'fil.wav', originalFile: `originals/${randomUUID()}`, sizeBytes: 1 }
    const sound = { title: 'Le fil de Zohra', ...file, durationMs: 60_000, state: 'ready' as const }
    await db.insert(clips).values({ ...sound, storyId, ownerId: founder.id })
    const episodeId = await planNextEpisode(db, actor, new Date())
    await addItems(db, actor, episodeId, [{ kind: 'voice', title, storyId, plannedMs: 420_000 }])
    const { token } = await makeInvitation(db, other.id, role)
    return { path: `/sujets/${storyId}`, door: `${app.url}/c/${token}` }
  })
}

const interview = contentFromBlocks([
  { type: 'leadIn', by: 'Denise', text: 'Zohra brode depuis soixante ans.' },
  { type: 'question', by: 'Denise', text: 'Où avez-vous appris ?' },
  { type: 'paragraph', by: 'Zohra', text: 'À Fès, avec ma mère.' },
  { type: 'offAir', text: 'Ranger la table avant.' },
])
