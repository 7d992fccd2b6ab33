import { randomUUID } from 'node:crypto'
import type { Db } from '#lib/db/db.server.ts'
import { members, type Role } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { createStory } from '#lib/story/story.server.ts'

/** A member with a session of no database: what verbs are given. */
export async function member(db: Db, name: string, role: Role = 'resident'): Promise<Actor> {
  const [row] = await db.insert(members).values({ name, role }).returning({ id: members.id })
  if (!row) throw new Error('A member row was not made')
  return { memberId: row.id, name, role, houseId: null, sessionId: randomUUID() }
}

/** An idea of `author`'s, shared with `people`. */
export async function storyOf(db: Db, author: Actor, ...people: Actor[]): Promise<string> {
  const peopleIds = people.map((person) => person.memberId)
  return await createStory(db, author, {
    title: 'Les citrons de la conserverie',
    rubricId: null,
    themeIds: [],
    peopleIds,
  })
}
