import type { Role, StoryState } from '#lib/db/schema.ts'

/** Who acts: a signed-in member. Passed to every verb, never read from a cookie inside one. */
export type Actor = { memberId: string; name: string; role: Role; houseId: string | null; sessionId: string }

/** What a rule needs to know of a story. */
export type StoryRights = {
  authorId: string
  sharedWith: readonly string[]
  state: StoryState
  /** Those who are asked by name to read it over now. */
  reviewerIds: readonly string[]
  /** Anybody may read it over now. */
  isOpenToReview: boolean
  /** Anybody may take it. */
  isProposal: boolean
}
/** What a rule needs to know of a sound: its owner, and the story that it lies in. */
export type ClipRights = { ownerId: string | null; story: StoryRights | null }

type Objects = {
  'workspace.enter': null
  'studio.enter': null
  'show.edit': null
  'people.manage': null
  'episode.read': null
  'episode.edit': null
  'episode.publish': null
  'rundown.read': null
  'rundown.edit': null
  'show.call': null
  'master.render': null
  'report.read': null
  'story.create': null
  'story.read': StoryRights
  'story.write': StoryRights
  'story.edit': StoryRights
  'story.validate': StoryRights
  'story.review': StoryRights
  'story.note': StoryRights
  'story.take': StoryRights
  'clip.add': null
  'clip.hear': ClipRights
  'clip.edit': ClipRights
}
export type Verb = keyof Objects

const anyone = () => true
const coordination = (actor: Actor) => actor.role === 'coordination'
const studio = (actor: Actor) => actor.role !== 'resident'
const partOf = (actor: Actor, story: StoryRights) =>
  story.authorId === actor.memberId || story.sharedWith.includes(actor.memberId)
const asked = (actor: Actor, story: StoryRights) =>
  story.isOpenToReview || story.reviewerIds.includes(actor.memberId)
const mayRead = (actor: Actor, story: StoryRights) =>
  studio(actor) || partOf(actor, story) || asked(actor, story) || story.isProposal
const inStory = (actor: Actor, clip: ClipRights) => clip.story !== null && partOf(actor, clip.story)
const inReadable = (actor: Actor, clip: ClipRights) => clip.story !== null && mayRead(actor, clip.story)

/** The rights, one sentence a line. Buttons and verbs ask this same table. */
const rights: { [V in Verb]: (actor: Actor, object: Objects[V]) => boolean } = {
  'workspace.enter': coordination,
  'studio.enter': studio,
  'show.edit': coordination,
  'people.manage': coordination,
  'episode.read': studio,
  'episode.edit': coordination,
  'episode.publish': coordination,
  'rundown.read': studio,
  'rundown.edit': coordination,
  'show.call': studio,
  'master.render': coordination,
  'report.read': coordination,
  'story.create': anyone,
  'story.read': mayRead,
  'story.write': (actor, story) => story.state !== 'aired' && (coordination(actor) || partOf(actor, story)),
  'story.edit': (actor, story) => coordination(actor) || partOf(actor, story),
  'story.validate': coordination,
  'story.review': (actor, story) =>
    story.authorId !== actor.memberId && (coordination(actor) || asked(actor, story)),
  'story.note': (actor, story) => story.state !== 'aired' && mayRead(actor, story),
  'story.take': (actor, story) => story.isProposal && story.authorId !== actor.memberId,
  'clip.add': anyone,
  'clip.hear': (actor, clip) => studio(actor) || clip.ownerId === actor.memberId || inReadable(actor, clip),
  'clip.edit': (actor, clip) => studio(actor) || clip.ownerId === actor.memberId || inStory(actor, clip),
}

/** Whether `actor` may do `verb` to `object` (null for verbs about the radio as a whole). */
export function can<V extends Verb>(actor: Actor, verb: V, object: Objects[V]): boolean {
  return rights[verb](actor, object)
}
