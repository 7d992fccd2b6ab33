import { asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { clips, consents, houses, members, seasons, stories, voices } from '#lib/db/schema.ts'
import { writeCsv } from '#lib/machine/csv.ts'
import { formatDuration } from '#lib/time/duration.ts'
import type { Section } from './archive-section.server.ts'

/** People without their addresses, the answers of voices without their proofs, sounds with their credits. */
export async function tableParts(db: Db): Promise<Section & { data: object }> {
  const people = await db
    .select({ name: members.name, role: members.role, house: houses.name })
    .from(members)
    .leftJoin(houses, eq(houses.id, members.houseId))
    .orderBy(asc(members.name))
  const answers = await db
    .select({
      name: voices.name,
      alias: voices.alias,
      isMinor: voices.isMinor,
      story: stories.title,
      sound: clips.title,
      use: consents.use,
      by: consents.by,
      parentName: consents.parentName,
      isYes: consents.isYes,
      proof: consents.proof,
      at: consents.at,
    })
    .from(consents)
    .innerJoin(voices, eq(voices.id, consents.voiceId))
    .innerJoin(stories, eq(stories.id, voices.storyId))
    .leftJoin(clips, eq(clips.id, voices.clipId))
    .orderBy(asc(consents.id))
  const sounds = await db.select().from(clips).where(isNull(clips.deletedAt)).orderBy(asc(clips.createdAt))
  const tables = {
    'personnes.csv': [
      ['Nom', 'Rôle', 'Maison'],
      ...people.map(({ name, role, house }) => [name, role, house ?? '']),
    ],
    'accords.csv': [
      [
        'Voix',
        'Nommée à l’antenne',
        'Mineure',
        'Sujet',
        'Son',
        'Usage',
        'Répondu par',
        'Parent',
        'Réponse',
        'Preuve',
        'Le',
      ],
      ...answers.map((one) => [
        one.name,
        one.alias,
        one.isMinor ? 'oui' : '',
        one.story,
        one.sound ?? '',
        one.use,
        one.by,
        one.parentName,
        one.isYes ? 'oui' : 'non',
        one.proof,
        one.at.toISOString(),
      ]),
    ],
    'sons.csv': [
      ['Son', 'Fichier d’origine', 'Durée', 'Crédits', 'Titre', 'Interprète', 'Auteur', 'Label', 'Droits'],
      ...sounds.map(({ title, originalName, durationMs, credits, music }) => [
        title,
        originalName,
        durationMs === null ? '' : formatDuration(durationMs),
        credits,
        music?.title ?? '',
        music?.performer ?? '',
        music?.author ?? '',
        music?.label ?? '',
        music?.rights ?? '',
      ]),
    ],
  }
  const words = {
    'personnes.csv': 'Les personnes et leur rôle',
    'accords.csv': 'Les accords des voix',
    'sons.csv': 'Les sons et leurs crédits',
  }
  const seasonRows = await db.select().from(seasons).orderBy(asc(seasons.number))
  return {
    parts: Object.entries(tables).map(([path, rows]) => ({ path, text: writeCsv(rows) })),
    entries: Object.entries(words).map(([path, name]) => ({ path, words: name })),
    data: { people, consents: answers, seasons: seasonRows },
  }
}
