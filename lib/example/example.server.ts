import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import {
  clips,
  episodes,
  members,
  rundownItems,
  shows,
  stories,
  storyPeople,
  storyThemes,
} from '#lib/db/schema.ts'
import { makeEpisode } from '#lib/episode/episode.server.ts'
import {
  addToList,
  drawnCover,
  findShow,
  type ListName,
  readLists,
  type Show,
} from '#lib/episode/show.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { theSite } from '#lib/machine/site.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { saveTemplate } from '#lib/rundown/template.server.ts'
import { receiveClip } from '#lib/sound/sound.server.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { openReview } from '#lib/story/review-rows.server.ts'
import { writeStoryContent } from '#lib/story/story.server.ts'
import { localParts, nextSlot, slotWeeksAfter } from '#lib/time/airtime.ts'
import { exampleContent } from './content.ts'
import type { ExampleEpisode, ExampleStory } from './shape.ts'

const content = exampleContent

/** Names of the example to the ids they got. */
type Ids = Map<string, string>

/**
 * Loads the example show into an empty house, all or nothing. Its sounds are prepared by jobs like any
 * other, then the finished episode, whose id it answers, is made and published (`finishExample`). Refuses
 * `show.exists`.
 */
export async function loadExample(db: Db, actor: Actor, files: FileStore, now: Date): Promise<string> {
  permit(actor, 'show.edit', null)
  if (await findShow(db)) throw new Refusal('show.exists')
  const coverFile = await drawnCover(content.show.name, files)
  return await db.transaction(async (tx) => {
    const values = { ...content.show, coverFile, isExample: true }
    const [show] = await tx.insert(shows).values(values).onConflictDoNothing().returning()
    if (!show) throw new Refusal('show.exists')
    await fillLists(tx, actor)
    const people = await addPeople(tx)
    const texts = await addStories(tx, actor, people)
    const sounds = await addSounds(tx, actor, people, texts)
    const made: Ids = new Map()
    for (const episode of content.episodes)
      made.set(episode.key, await addEpisode(tx, actor, show, episode, now, texts, sounds))
    await saveTemplate(tx, actor, idOf(made, 'making'), 'Émission ordinaire')
    const finished = idOf(made, 'published')
    await tell(tx, 'example.loaded', finished)
    return finished
  })
}

async function fillLists(tx: Db, actor: Actor) {
  const lists: Record<ListName, readonly string[]> = content
  for (const list of ['houses', 'rubrics', 'themes'] as const) {
    for (const name of lists[list]) await addToList(tx, actor, list, name)
  }
}

async function addPeople(tx: Db): Promise<Ids> {
  const { houses } = await readLists(tx)
  const rows = content.members.map(({ name, role, house }) => ({
    name,
    role,
    houseId: houses.find((one) => one.name === house)?.id ?? null,
  }))
  const added = await tx.insert(members).values(rows).returning({ id: members.id, name: members.name })
  return new Map(added.map(({ id, name }) => [name, id]))
}

async function addStories(tx: Db, actor: Actor, people: Ids): Promise<Ids> {
  const { rubrics, themes } = await readLists(tx)
  const ids: Ids = new Map()
  for (const story of content.stories) {
    const id = await addStory(tx, story, people, rubrics)
    // A text is its author's, whoever loads the example.
    const author = { ...actor, memberId: people.get(story.author) ?? actor.memberId }
    await writeStoryContent(tx, author, id, contentFromBlocks(story.text))
    await tx.update(stories).set({ state: story.state }).where(eq(stories.id, id))
    if (story.state === 'toReview') await openReview(tx, actor, id)
    const themeIds = themes.filter(({ name }) => story.themes.includes(name)).map((theme) => theme.id)
    if (themeIds.length)
      await tx.insert(storyThemes).values(themeIds.map((themeId) => ({ storyId: id, themeId })))
    const shared = story.people.flatMap((name) => people.get(name) ?? [])
    if (shared.length)
      await tx.insert(storyPeople).values(shared.map((memberId) => ({ storyId: id, memberId })))
    ids.set(story.key, id)
  }
  return ids
}

async function addStory(tx: Db, story: ExampleStory, people: Ids, rubrics: { id: string; name: string }[]) {
  const [row] = await tx
    .insert(stories)
    .values({
      title: story.title,
      rubricId: rubrics.find(({ name }) => name === story.rubric)?.id ?? null,
      authorId: idOf(people, story.author),
      state: 'draft',
    })
    .returning({ id: stories.id })
  if (!row) throw new Error(`The example's story ${story.key} was not made`)
  return row.id
}

/** Each sound belongs to whoever wrote its story, the show's own ones to whoever loads them. */
async function addSounds(tx: Db, actor: Actor, people: Ids, texts: Ids): Promise<Ids> {
  const ids: Ids = new Map()
  const soundsFolder = join(theSite().rootDir, 'public', 'exemple')
  for (const { title, music, imaging, credits, file, story } of content.sounds) {
    const storyId = story ? idOf(texts, story) : null
    const given = { name: file, storyId, title, music, imaging, credits }
    const id = await receiveClip(tx, actor, join(soundsFolder, file), given)
    const author = content.stories.find(({ key }) => key === story)?.author
    if (author)
      await tx
        .update(clips)
        .set({ ownerId: idOf(people, author) })
        .where(eq(clips.id, id))
    ids.set(file, id)
  }
  return ids
}

async function addEpisode(
  tx: Db,
  actor: Actor,
  show: Show,
  episode: ExampleEpisode,
  now: Date,
  texts: Ids,
  sounds: Ids,
) {
  const { title, summary, number, targetMs } = episode
  const id = await makeEpisode(tx, actor, show, airingOf(show, episode, now), { title, summary })
  await tx.update(episodes).set({ number, targetMs }).where(eq(episodes.id, id))
  const lines = episode.rundown.map(({ story, sound, ...line }, position) => ({
    ...line,
    position,
    episodeId: id,
    storyId: story ? idOf(texts, story) : null,
    clipId: sound ? idOf(sounds, sound) : null,
  }))
  await tx.insert(rundownItems).values(lines)
  return id
}

function airingOf(show: Show, { weekOffset }: ExampleEpisode, now: Date) {
  const slot = { weekday: show.slotWeekday ?? content.show.slotWeekday, time: show.slotTime }
  const coming = nextSlot(slot, now.getTime(), show.timeZone)
  const airing = slotWeeksAfter(slot, coming, weekOffset, show.timeZone)
  return { airDate: localParts(airing, show.timeZone).date, airTime: show.slotTime }
}

function idOf(ids: Ids, name: string): string {
  const id = ids.get(name)
  if (!id) throw new Error(`The example names ${name}, which it does not bring`)
  return id
}
