import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit, clips, consents, stories, type VoiceUse, voices } from '#lib/db/schema.ts'
import { openFiles, theFiles } from '#lib/machine/files.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { type Given, recordConsent, returnVoice, withdrawVoice } from '#lib/rights/answers.server.ts'
import { consentedBy, verdictOf } from '#lib/rights/consent.ts'
import { keepProof } from '#lib/rights/proof.server.ts'
import { readProof, tendProofs } from '#lib/rights/proof-files.server.ts'
import { holdProofKeeper } from '#lib/rights/proof-keeper.server.ts'
import { addVoice, editVoice, removeVoice, restoreVoice, warnListeners } from '#lib/rights/rights.server.ts'
import { readConsentsOfClips, readConsentsOfStories, readVoices } from '#lib/rights/voices.server.ts'
import { testDatabase } from '#tests/database.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'
import { member, storyOf } from '#tests/story/people.ts'

const database = testDatabase()
const sounds = soundFolder()
let dataDir: string
let fatiha: Actor
let denise: Actor
let lucas: Actor
let tech: Actor
let boss: Actor

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bobine-rights-'))
  await openFiles(dataDir)
  holdProofKeeper(keepProof)
  fatiha = await member(database.db, 'Fatiha')
  denise = await member(database.db, 'Denise')
  lucas = await member(database.db, 'Lucas')
  tech = await member(database.db, 'Tomasz', 'technique')
  boss = await member(database.db, 'Karim', 'coordination')
})
afterAll(async () => {
  sounds.remove()
  await rm(dataDir, { recursive: true, force: true })
})

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (isRefusal(error) ? error.reason : String(error)),
  )
const given = (answers: Partial<Record<VoiceUse, boolean>>, more: Partial<Given> = {}): Given => ({
  ...{ by: 'self', proof: 'tap', file: null },
  answers: (Object.entries(answers) as [VoiceUse, boolean][]).map(([use, isYes]) => ({ use, isYes })),
  ...more,
})
const said = (actor: Actor, voiceId: string, answers: Partial<Record<VoiceUse, boolean>>, more = {}) =>
  recordConsent(database.db, actor, voiceId, given(answers, more))

async function clipIn(storyId: string | null, splitFromId: string | null = null) {
  const id = randomUUID()
  const file = { originalName: 'a.wav', originalFile: `originals/${id}`, sizeBytes: 1 }
  await database.db
    .insert(clips)
    .values({ ...file, id, title: 'Chez Samira', storyId, splitFromId, ownerId: fatiha.memberId })
  return id
}

async function theVoice(storyId: string) {
  const [voice] = await readVoices(database.db, fatiha, storyId)
  if (!voice) throw new Error('no voice')
  return voice
}

describe('who speaks', () => {
  test('a neighbour is named in two words, changed, removed and back', async () => {
    const storyId = await storyOf(database.db, fatiha)
    const voiceId = await addVoice(database.db, fatiha, storyId, { name: ' Samira\n', isMinor: false })
    await editVoice(database.db, fatiha, voiceId, { name: 'Samira', alias: 'Une voisine', isMinor: true })
    expect(await theVoice(storyId)).toMatchObject({ name: 'Samira', alias: 'Une voisine', isMinor: true })
    await removeVoice(database.db, fatiha, voiceId)
    expect(await readVoices(database.db, fatiha, storyId)).toEqual([])
    await restoreVoice(database.db, fatiha, voiceId)
    expect(await theVoice(storyId)).toMatchObject({ id: voiceId })
  })

  test('what they answered is for who asks them and the studio, not for who reads the text over', async () => {
    const storyId = await storyOf(database.db, fatiha)
    await addVoice(database.db, fatiha, storyId, { name: 'Samira' })
    await database.db.update(stories).set({ isProposal: true }).where(eq(stories.id, storyId))
    expect(await refusal(readVoices(database.db, lucas, storyId))).toBe('not-allowed')
    expect(await readVoices(database.db, tech, storyId)).toMatchObject([{ name: 'Samira' }])
  })

  test('“it is me” names a member once, however often it is pressed', async () => {
    const storyId = await storyOf(database.db, fatiha)
    const me = { name: fatiha.name, isActor: true }
    const press = () => addVoice(database.db, fatiha, storyId, me)
    const [first, second] = await Promise.all([press(), press()])
    expect([second, await press()]).toEqual([first, first])
    expect(await theVoice(storyId)).toMatchObject({ memberId: fatiha.memberId, name: 'Fatiha' })
  })

  test('nobody without a name, nor in a sound of another story', async () => {
    const storyId = await storyOf(database.db, fatiha)
    const elsewhere = await clipIn(await storyOf(database.db, fatiha))
    expect(await refusal(addVoice(database.db, fatiha, storyId, { name: ' ' }))).toBe('voice.name-missing')
    expect(await refusal(addVoice(database.db, fatiha, storyId, { name: 'Samira', clipId: elsewhere }))).toBe(
      'voice.sound-gone',
    )
  })

  test('a voice in one sound goes where the sound goes, and is in both halves of it', async () => {
    const [from, to] = [await storyOf(database.db, fatiha), await storyOf(database.db, fatiha)]
    const clipId = await clipIn(from)
    const voiceId = await addVoice(database.db, fatiha, from, { name: 'Samira', clipId })
    await database.db.update(clips).set({ storyId: to }).where(eq(clips.id, clipId))
    expect(await readVoices(database.db, fatiha, from)).toEqual([])
    expect(await readVoices(database.db, fatiha, to)).toMatchObject([{ id: voiceId, clip: { id: clipId } }])
    const half = await clipIn(to, await clipIn(to, clipId))
    await said(fatiha, voiceId, { antenne: true, podcast: false })
    const allowed = await readConsentsOfClips(database.db, [clipId, half])
    expect(allowed.get(half)).toEqual({ antenne: 'yes', podcast: 'no' })
    expect(allowed.get(clipId)).toEqual(allowed.get(half))
    expect((await readConsentsOfStories(database.db, [to])).size).toBe(0)
  })
})

describe('rights', () => {
  const verbs: Record<string, (actor: Actor, storyId: string, voiceId: string) => Promise<unknown>> = {
    'name somebody': (actor, storyId) => addVoice(database.db, actor, storyId, { name: 'Samira' }),
    'change how they are named': (actor, _, id) => editVoice(database.db, actor, id, { name: 'Samira' }),
    'note an answer': (actor, _, id) => said(actor, id, { antenne: true }),
    'take a voice back': (actor, _, id) => withdrawVoice(database.db, actor, id),
    'bring it back': (actor, _, id) => returnVoice(database.db, actor, id),
    'remove somebody': (actor, _, id) => removeVoice(database.db, actor, id),
    'warn listeners': (actor, storyId) => warnListeners(database.db, actor, storyId, 'Parle de la guerre.'),
  }
  test.each(
    Object.entries(verbs),
  )('%s: its author, who writes with them and the coordination', async (_, verb) => {
    const storyId = await storyOf(database.db, fatiha, denise)
    const voiceId = await addVoice(database.db, fatiha, storyId, { name: 'Samira' })
    for (const actor of [fatiha, denise, boss])
      expect(await refusal(verb(actor, storyId, voiceId))).toBe('done')
    expect(await refusal(verb(tech, storyId, voiceId))).toBe('not-allowed')
    expect(await refusal(verb(lucas, storyId, voiceId))).toBe('not-found')
    expect(await refusal(verb(fatiha, randomUUID(), randomUUID()))).toBe('not-found')
    expect(await refusal(verb(fatiha, 'x', 'x'))).toBe('not-found')
  })

  test('an aired story’s voices can still be taken back', async () => {
    const storyId = await storyOf(database.db, fatiha)
    const voiceId = await addVoice(database.db, fatiha, storyId, { name: 'Samira' })
    await database.db.update(stories).set({ state: 'aired' }).where(eq(stories.id, storyId))
    expect(await refusal(withdrawVoice(database.db, fatiha, voiceId))).toBe('done')
  })
})

describe('answers', () => {
  test('are only ever added, each with who wrote it down, and each in the audit', async () => {
    const storyId = await storyOf(database.db, fatiha)
    const voiceId = await addVoice(database.db, fatiha, storyId, { name: 'Samira' })
    await said(fatiha, voiceId, { antenne: true, podcast: true })
    await said(boss, voiceId, { podcast: false })
    await withdrawVoice(database.db, fatiha, voiceId)
    await returnVoice(database.db, fatiha, voiceId)
    await returnVoice(database.db, fatiha, voiceId)
    const rows = await database.db.select().from(consents).where(eq(consents.voiceId, voiceId))
    expect(rows.map(({ use, isYes, proof }) => `${use} ${isYes} ${proof}`)).toEqual([
      ...['antenne true tap', 'podcast true tap', 'podcast false tap'],
      ...['antenne', 'podcast', 'extract', 'archive'].map((use) => `${use} false withdrawal`),
      ...['antenne', 'podcast', 'extract', 'archive'].map((use) => `${use} false undone`),
    ])
    expect(rows[2]?.recordedById).toBe(boss.memberId)
    expect(consentedBy([await theVoice(storyId)])).toEqual({ antenne: 'yes', podcast: 'no' })
    const written = await database.db.select().from(audit).where(eq(audit.object, voiceId)).orderBy(audit.id)
    expect(written.map(({ what }) => what)).toEqual([
      'voice.added',
      ...Array(3).fill('consent.given'),
      ...Array(4).fill('voice.withdrawn'),
      ...Array(4).fill('voice.returned'),
    ])
    expect(written[3]?.facts).toEqual({ storyId, use: 'podcast', by: 'self', isYes: false, proof: 'tap' })
  })

  test('of a minor want a parent by name, and both', async () => {
    const storyId = await storyOf(database.db, fatiha)
    const voiceId = await addVoice(database.db, fatiha, storyId, { name: 'Inès', isMinor: true })
    await said(fatiha, voiceId, { antenne: true })
    expect(verdictOf(await theVoice(storyId), 'antenne')).toBe('missing')
    const parent = { by: 'parent', parentName: ' Nora ' }
    expect(await refusal(said(fatiha, voiceId, { antenne: true }, { by: 'parent', parentName: ' ' }))).toBe(
      'consent.parent-name',
    )
    await said(fatiha, voiceId, { antenne: true }, parent)
    const voice = await theVoice(storyId)
    expect(verdictOf(voice, 'antenne')).toBe('yes')
    expect(voice.answers.at(-1)).toMatchObject({ by: 'parent', parentName: 'Nora' })
    await withdrawVoice(database.db, fatiha, voiceId, 'parent')
    expect(verdictOf(await theVoice(storyId), 'antenne')).toBe('no')
  })

  test('a parent does not answer for somebody of age, and nothing is not an answer', async () => {
    const storyId = await storyOf(database.db, fatiha)
    const voiceId = await addVoice(database.db, fatiha, storyId, { name: 'Samira' })
    const parent = { by: 'parent', parentName: 'Nora' }
    expect(await refusal(said(fatiha, voiceId, { antenne: true }, parent))).toBe('consent.adult')
    expect(await refusal(withdrawVoice(database.db, fatiha, voiceId, 'parent'))).toBe('consent.adult')
    expect(await refusal(said(fatiha, voiceId, {}))).toBe('consent.empty')
    expect(await database.db.$count(consents, eq(consents.voiceId, voiceId))).toBe(0)
  })

  test('what listeners are told before is kept with the story, in one line', async () => {
    const storyId = await storyOf(database.db, fatiha)
    await warnListeners(database.db, fatiha, storyId, ' Parle de la\nguerre. ')
    const [story] = await database.db.select().from(stories).where(eq(stories.id, storyId))
    expect(story?.warning).toBe('Parle de la guerre.')
  })
})

describe('proofs', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
  const png = () =>
    sharp({ create: { width: 40, height: 20, channels: 4, background: '#000' } })
      .png()
      .toBuffer()
  const voiceOf = async () =>
    addVoice(database.db, fatiha, await storyOf(database.db, fatiha, denise), { name: 'Samira' })
  const shown = async (voiceId: string, proof: Given['proof'], file: Uint8Array | null) => {
    await said(fatiha, voiceId, { antenne: true }, { proof, file })
    const mine = and(eq(consents.voiceId, voiceId), eq(consents.proof, proof))
    const [row] = await database.db.select().from(consents).where(mine)
    if (!row) throw new Error('no answer')
    return row
  }

  test('a photo is shrunk and drawn anew: no place, no telephone, nothing behind the pixels', async () => {
    const photo = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#a63a1e' } })
      .withExif({ IFD0: { Model: 'Telephone' }, IFD3: { GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer()
    const polyglot = Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')])
    const { id, proofFile } = await shown(await voiceOf(), 'photo', polyglot)
    const offer = await readProof(database.db, denise, id)
    expect(offer.type).toBe('image/jpeg')
    const bytes = await readFile(theFiles().path(proofFile ?? ''))
    expect(bytes.includes('alert(1)')).toBe(false)
    const seen = await sharp(bytes).metadata()
    expect([seen.width, seen.height]).toEqual([1600, 800])
    expect(seen).not.toHaveProperty('exif')
  })

  test('a signature is a picture; a tap leaves nothing', async () => {
    const voiceId = await voiceOf()
    const { proofFile } = await shown(voiceId, 'signature', await png())
    expect((await sharp(theFiles().path(proofFile ?? '')).metadata()).format).toBe('png')
    expect((await shown(voiceId, 'tap', null)).proofFile).toBeNull()
  })

  test('a spoken yes is kept as it was said', async () => {
    const path = sounds.make('yes.ogg', ...synth('sine=440', 2), '-c:a', 'libopus')
    const { id, proofFile } = await shown(await voiceOf(), 'spoken', await readFile(path))
    expect(await readFile(theFiles().path(proofFile ?? ''))).toEqual(await readFile(path))
    expect((await readProof(database.db, fatiha, id)).type).toBe('audio/ogg')
  })

  test.each<[string, Given['proof'], () => Promise<Uint8Array | null>, string]>([
    ['nothing', 'signature', async () => null, 'proof.missing'],
    ['an empty file', 'photo', async () => new Uint8Array(), 'proof.missing'],
    ['a drawing named .png', 'signature', async () => Buffer.from(svg), 'proof.no-picture'],
    ['a page', 'photo', async () => Buffer.from('<html><script>alert(1)</script>'), 'proof.no-picture'],
    ['a page behind the first bytes of a PNG', 'photo', headed, 'proof.no-picture'],
    ['half a photo', 'photo', async () => (await png()).subarray(0, 60), 'proof.no-picture'],
    ['20 MB', 'photo', async () => new Uint8Array(20_000_000), 'proof.too-big'],
    ['20 MB of sound', 'spoken', async () => new Uint8Array(20_000_000), 'proof.too-big'],
    ['a picture instead of a voice', 'spoken', png, 'sound.not-audio'],
    ['a text named .mp3', 'spoken', async () => Buffer.from('Oui, je suis d’accord.'), 'sound.not-audio'],
    [
      'a playlist that would read a file of ours',
      'spoken',
      async () => Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'),
      'sound.script',
    ],
    [
      'silence',
      'spoken',
      async () => readFile(sounds.make('s.wav', ...synth('anullsrc', 2))),
      'sound.silent',
    ],
    [
      'a speech of three minutes',
      'spoken',
      async () => readFile(sounds.make('l.ogg', ...synth('sine=440', 180), '-b:a', '32k')),
      'proof.too-long',
    ],
  ])('%s is refused, and no answer is written', async (_what, proof, file, reason) => {
    const voiceId = await voiceOf()
    expect(await refusal(said(fatiha, voiceId, { antenne: true }, { proof, file: await file() }))).toBe(
      reason,
    )
    expect(await database.db.$count(consents, eq(consents.voiceId, voiceId))).toBe(0)
  })

  test('are read by who may edit the story, and by nobody else', async () => {
    const { id } = await shown(await voiceOf(), 'signature', await png())
    expect(await refusal(readProof(database.db, boss, id))).toBe('done')
    expect(await refusal(readProof(database.db, tech, id))).toBe('not-allowed')
    expect(await refusal(readProof(database.db, lucas, id))).toBe('not-found')
    expect(await refusal(readProof(database.db, fatiha, id + 1000))).toBe('not-found')
  })

  test('go with their story, an hour later at the earliest', async () => {
    const voiceId = await voiceOf()
    const { proofFile } = await shown(voiceId, 'signature', await png())
    const path = theFiles().path(proofFile ?? '')
    await database.db.delete(voices).where(eq(voices.id, voiceId))
    await tendProofs(database.db, theFiles())
    expect(existsSync(path)).toBe(true)
    await utimes(path, 0, 0)
    await tendProofs(database.db, theFiles())
    expect(existsSync(path)).toBe(false)
  })

  async function headed() {
    return Buffer.concat([(await png()).subarray(0, 16), Buffer.from('<script>alert(1)</script>')])
  }
})
