import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigserial,
  boolean,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

/**
 * Every table of the radio on one page, in the order of the week.
 * Durations are whole milliseconds (`…Ms`), instants are `timestamptz` (`…At`, null = not yet),
 * calendar days are `date` in the show's own time zone.
 */

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
})
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const id = () => uuid('id').primaryKey().defaultRandom()
const createdAt = () => at('created_at').notNull().defaultNow()

/** The file that the station wishes for. */
export type AntenneFormat = 'wav16' | 'wav24' | 'mp2' | 'mp3'

// ── The show ──────────────────────────────────────────────────────────────────────────────────────

/** One row: an installation serves one show. */
export const shows = pgTable('shows', {
  id: smallint('id').primaryKey().default(1),
  name: text('name').notNull(),
  description: text('description').notNull().default(''),
  language: text('language').notNull().default('fr'),
  category: text('category').notNull().default('Society & Culture'),
  subcategory: text('subcategory').notNull().default(''),
  publisher: text('publisher').notNull().default(''),
  director: text('director').notNull().default(''),
  ownerEmail: text('owner_email').notNull().default(''),
  station: text('station').notNull().default(''),
  frequency: text('frequency').notNull().default(''),
  /** ISO weekday, 1 = Monday; null until somebody says when the show airs. */
  slotWeekday: smallint('slot_weekday'),
  /** Local wall time, HH:MM. */
  slotTime: text('slot_time').notNull().default('18:00'),
  timeZone: text('time_zone').notNull().default('Europe/Paris'),
  targetMs: integer('target_ms').notNull().default(1_650_000),
  podcastLufs: doublePrecision('podcast_lufs').notNull().default(-16),
  podcastDbtp: doublePrecision('podcast_dbtp').notNull().default(-1),
  antenneLufs: doublePrecision('antenne_lufs').notNull().default(-23),
  antenneDbtp: doublePrecision('antenne_dbtp').notNull().default(-1),
  antenneFormat: text('antenne_format').$type<AntenneFormat>().notNull().default('wav24'),
  /** Whether the antenne master is brought to the exact length of its slot. */
  antenneFills: boolean('antenne_fills').notNull().default(false),
  license: text('license').notNull().default('cc-by-nc-sa-4.0'),
  locationName: text('location_name').notNull().default(''),
  locationGeo: text('location_geo').notNull().default(''),
  locationOsm: text('location_osm').notNull().default(''),
  /** ISO 3166-1 alpha-2. */
  locationCountry: text('location_country').notNull().default('fr'),
  contact: text('contact').notNull().default(''),
  /** Names of the rundown's own columns, in order. */
  rundownColumns: jsonb('rundown_columns').$type<string[]>().notNull().default([]),
  /** Key of the cover in the file store; null = the drawn one has not been made yet. */
  coverFile: text('cover_file'),
  /** Computed once from the first public feed address, never again. */
  podcastGuid: uuid('podcast_guid'),
  /** Whether other hosts are asked not to take the feed over. */
  isLocked: boolean('is_locked').notNull().default(true),
  /** Where listeners may give something, and the words for it; empty = nowhere. */
  fundingUrl: text('funding_url').notNull().default(''),
  fundingLabel: text('funding_label').notNull().default(''),
  /** The hub told of each change of the feed (WebSub); empty = none. */
  hubUrl: text('hub_url').notNull().default(''),
  /** Where the feed has moved to; empty = it is here. */
  movedTo: text('moved_to').notNull().default(''),
  isExample: boolean('is_example').notNull().default(false),
  createdAt: createdAt(),
  /** Newest change that listeners' apps can see. */
  changedAt: at('changed_at').notNull().defaultNow(),
})

export const houses = pgTable('houses', {
  id: id(),
  name: text('name').notNull(),
  position: integer('position').notNull().default(0),
})

export const rubrics = pgTable(
  'rubrics',
  {
    id: id(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    position: integer('position').notNull().default(0),
    /** Of the rubric's own feed; computed once from its first public address, as the show's. */
    podcastGuid: uuid('podcast_guid'),
  },
  (t) => [uniqueIndex('rubrics_slug').on(t.slug)],
)

export const themes = pgTable(
  'themes',
  {
    id: id(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    position: integer('position').notNull().default(0),
  },
  (t) => [uniqueIndex('themes_slug').on(t.slug)],
)

// ── People ────────────────────────────────────────────────────────────────────────────────────────

export type Role = 'resident' | 'technique' | 'coordination'

/** How a reading pace was measured. */
export type PaceSource = 'take' | 'test'

export const members = pgTable(
  'members',
  {
    id: id(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    houseId: uuid('house_id').references(() => houses.id, { onDelete: 'set null' }),
    email: text('email'),
    /** Words a minute read aloud; null = the show's default. */
    readingWpm: smallint('reading_wpm'),
    /** Where `readingWpm` comes from: their last takes, the reading test; null = somebody set it. */
    readingFrom: text('reading_from').$type<PaceSource>(),
    /** A page of their own for listeners, which they asked for: its address; null = none. */
    publicSlug: text('public_slug'),
    /** As they wish to be named there; empty = their first name. */
    publicName: text('public_name').notNull().default(''),
    /** A few words about them, in their own. */
    publicWords: text('public_words').notNull().default(''),
    createdAt: createdAt(),
    suspendedAt: at('suspended_at'),
  },
  (t) => [
    uniqueIndex('members_public_slug').on(t.publicSlug),
    uniqueIndex('members_email').on(sql`lower(${t.email})`),
  ],
)

/** `founder`: the console's link, no member yet. `invite`: one use, days. `mail`: one use, minutes. `card`: paper. */
export type KeyKind = 'founder' | 'invite' | 'mail' | 'card'

/** What opens a door: printed cards and links. Only SHA-256 digests are kept. */
export const keys = pgTable(
  'keys',
  {
    id: id(),
    kind: text('kind').$type<KeyKind>().notNull(),
    memberId: uuid('member_id').references(() => members.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull(),
    codeHash: text('code_hash'),
    singleUse: boolean('single_use').notNull(),
    createdAt: createdAt(),
    expiresAt: at('expires_at'),
    firstUsedAt: at('first_used_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [
    uniqueIndex('keys_token').on(t.tokenHash),
    uniqueIndex('keys_code').on(t.codeHash),
    index('keys_member').on(t.memberId),
  ],
)

export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    keyId: uuid('key_id').references(() => keys.id, { onDelete: 'set null' }),
    device: text('device').notNull(),
    createdAt: createdAt(),
    seenAt: at('seen_at').notNull().defaultNow(),
    confirmedAt: at('confirmed_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('sessions_member').on(t.memberId)],
)

/**
 * `api`: a studio's own tools. `calendar`: a calendar app. `onAir`: whoever has the link sees one show run. `preview`:
 * whoever has the link sees one episode as it will be published.
 */
export type TokenKind = 'api' | 'calendar' | 'onAir' | 'preview'

/** Addresses and tokens that open one thing for a machine, without a session. Only SHA-256 digests are kept. */
export const tokens = pgTable(
  'tokens',
  {
    id: id(),
    kind: text('kind').$type<TokenKind>().notNull(),
    /** As whom it acts; it opens nothing once they are suspended. */
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    /** The one show that an `onAir` or a `preview` link opens. */
    episodeId: uuid('episode_id').references((): AnyPgColumn => episodes.id, { onDelete: 'cascade' }),
    name: text('name').notNull().default(''),
    tokenHash: text('token_hash').notNull(),
    createdAt: createdAt(),
    usedAt: at('used_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [uniqueIndex('tokens_token').on(t.tokenHash), index('tokens_member').on(t.memberId)],
)

/** Tries at a door, counted to slow guessers down; rows older than an hour are swept. */
export const attempts = pgTable(
  'attempts',
  { id: bigserial('id', { mode: 'number' }).primaryKey(), door: text('door').notNull(), at: createdAt() },
  (t) => [index('attempts_door_at').on(t.door, t.at)],
)

/** Mail to somebody: sent, or waiting for the coordination to hand it over when no SMTP is set. */
export const letters = pgTable('letters', {
  id: id(),
  memberId: uuid('member_id')
    .notNull()
    .references(() => members.id, { onDelete: 'cascade' }),
  purpose: text('purpose').$type<'invite' | 'sign-in'>().notNull(),
  createdAt: createdAt(),
  sentAt: at('sent_at'),
  handedAt: at('handed_at'),
  failure: text('failure'),
})

/** Append-only: who did what of weight (sign-in, role, publish, delete, restore, export). */
export const audit = pgTable(
  'audit',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: createdAt(),
    memberId: uuid('member_id'),
    what: text('what').notNull(),
    object: text('object').notNull().default(''),
    facts: jsonb('facts').$type<Record<string, string | number | boolean | null>>().notNull().default({}),
  },
  (t) => [index('audit_object').on(t.what, t.object)],
)

// ── Episodes ──────────────────────────────────────────────────────────────────────────────────────

export const seasons = pgTable(
  'seasons',
  {
    id: id(),
    /** "2026-2027": September to July. */
    name: text('name').notNull(),
    number: integer('number').notNull(),
  },
  (t) => [uniqueIndex('seasons_name').on(t.name), uniqueIndex('seasons_number').on(t.number)],
)

/** As podcast apps tell episodes apart. */
export type EpisodeKind = 'full' | 'trailer' | 'bonus'
export type Soundbite = { startMs: number; durationMs: number; title: string }

export const episodes = pgTable(
  'episodes',
  {
    id: id(),
    seasonId: uuid('season_id')
      .notNull()
      .references(() => seasons.id),
    number: integer('number').notNull(),
    /** Opaque and for ever: a podcast app knows the episode by it. A UUID, or what an imported feed called it. */
    guid: text('guid').notNull().default(sql`gen_random_uuid()::text`),
    kind: text('kind').$type<EpisodeKind>().notNull().default('full'),
    /** The passage that other apps may play as a taste of it. */
    soundbite: jsonb('soundbite').$type<Soundbite>(),
    slug: text('slug').notNull(),
    title: text('title').notNull().default(''),
    summary: text('summary').notNull().default(''),
    airDate: date('air_date', { mode: 'string' }).notNull(),
    airTime: text('air_time').notNull(),
    targetMs: integer('target_ms').notNull(),
    /** Counts every change of the rundown; a master remembers the one that it was made from. */
    rundownVersion: integer('rundown_version').notNull().default(0),
    /** Recorded beforehand: its screens show no wall clock, and it is late only since it really began. */
    isRecorded: boolean('is_recorded').notNull().default(false),
    /** Set while a publication is waiting for its hour. */
    publishAt: at('publish_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('episodes_slug').on(t.slug),
    uniqueIndex('episodes_number').on(t.seasonId, t.number),
    uniqueIndex('episodes_guid').on(t.guid),
    index('episodes_air_date').on(t.airDate),
  ],
)

// ── Stories ───────────────────────────────────────────────────────────────────────────────────────

export type StoryState = 'idea' | 'draft' | 'toReview' | 'ready' | 'recorded' | 'aired'

/** The form of a story: what its text begins with, and how it is told. */
export type StoryForm =
  | 'brief'
  | 'interview'
  | 'voxPop'
  | 'report'
  | 'soundPostcard'
  | 'listings'
  | 'debate'
  | 'studioTalk'

export const stories = pgTable(
  'stories',
  {
    id: id(),
    title: text('title').notNull(),
    rubricId: uuid('rubric_id').references(() => rubrics.id, { onDelete: 'set null' }),
    state: text('state').$type<StoryState>().notNull().default('idea'),
    authorId: uuid('author_id')
      .notNull()
      .references(() => members.id),
    /** null = nobody has said yet. */
    form: text('form').$type<StoryForm>(),
    /** The one question that the story answers. */
    angle: text('angle').notNull().default(''),
    /** An idea that anybody may take; whoever takes it becomes its author. */
    isProposal: boolean('is_proposal').notNull().default(false),
    /** Whose proposal it was, once somebody else took it; or who opened it in the author's name. */
    proposedById: uuid('proposed_by_id').references(() => members.id, { onDelete: 'set null' }),
    /** What must be said before it is heard ("parle de violence"); '' = nothing. */
    warning: text('warning').notNull().default(''),
    /** The take that was chosen for it. */
    takeClipId: uuid('take_clip_id').references((): AnyPgColumn => clips.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    changedAt: at('changed_at').notNull().defaultNow(),
    deletedAt: at('deleted_at'),
  },
  (t) => [index('stories_author').on(t.authorId)],
)

export const storyThemes = pgTable(
  'story_themes',
  {
    storyId: uuid('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    themeId: uuid('theme_id')
      .notNull()
      .references(() => themes.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.themeId] })],
)

/** With whom a story is shared: they write in it as its author does. */
export const storyPeople = pgTable(
  'story_people',
  {
    storyId: uuid('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.memberId] }), index('story_people_member').on(t.memberId)],
)

/** The text as last compacted: the Yjs state, and what it reads as. */
export const storyDocuments = pgTable('story_documents', {
  storyId: uuid('story_id')
    .primaryKey()
    .references(() => stories.id, { onDelete: 'cascade' }),
  state: bytes('state').notNull(),
  content: jsonb('content').$type<unknown>().notNull(),
  words: integer('words').notNull().default(0),
  changedAt: at('changed_at').notNull().defaultNow(),
})

/** Each keystroke's Yjs update, on disk before it is acknowledged; emptied when compacted. */
export const storyUpdates = pgTable(
  'story_updates',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    storyId: uuid('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id'),
    update: bytes('update').notNull(),
    at: createdAt(),
  },
  (t) => [index('story_updates_story').on(t.storyId, t.id)],
)

/** Who has written in a text, for ever: updates lose their writer when they are merged. */
export const storyWriters = pgTable(
  'story_writers',
  {
    storyId: uuid('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    firstAt: at('first_at').notNull().defaultNow(),
    lastAt: at('last_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.memberId] })],
)

/** `pause`: nobody wrote for a while. `writer`: somebody else begins to write. `state`: the story moved on.
 * `restore`: an earlier version came back. `named`: somebody kept it by hand. */
export type VersionReason = 'pause' | 'writer' | 'state' | 'restore' | 'named'

/** A text as it stood at an instant; never changed afterwards. */
export const storyVersions = pgTable(
  'story_versions',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    storyId: uuid('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    at: createdAt(),
    reason: text('reason').$type<VersionReason>().notNull(),
    /** Who moved, named or restored it; null when time did. */
    memberId: uuid('member_id').references(() => members.id, { onDelete: 'set null' }),
    /** Ids of those who wrote since the version before. */
    writers: jsonb('writers').$type<string[]>().notNull().default([]),
    name: text('name').notNull().default(''),
    state: text('state').$type<StoryState>().notNull(),
    content: jsonb('content').$type<unknown>().notNull(),
    words: integer('words').notNull().default(0),
  },
  (t) => [index('story_versions_story').on(t.storyId, t.id)],
)

/** How a note ended. `taken`, `kept`: a suggestion was taken, or the author kept their own. */
export type NoteOutcome = 'resolved' | 'taken' | 'kept' | 'withdrawn'

/**
 * A remark on a passage, or other words for it: beside the text, never in it, so that whoever reads over changes nothing.
 * Anchors are Yjs relative positions (base64): they stay at their words while others write.
 */
export const storyNotes = pgTable(
  'story_notes',
  {
    id: id(),
    storyId: uuid('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<'comment' | 'suggestion'>().notNull(),
    /** The note that it answers. */
    parentId: uuid('parent_id').references((): AnyPgColumn => storyNotes.id, { onDelete: 'cascade' }),
    /** '' = about the text as a whole. */
    anchorStart: text('anchor_start').notNull().default(''),
    anchorEnd: text('anchor_end').notNull().default(''),
    /** The words as they stood when it was written. */
    quote: text('quote').notNull().default(''),
    /** A suggestion's words; '' = leave them out. Null for a comment. */
    proposed: text('proposed'),
    body: text('body').notNull().default(''),
    createdAt: createdAt(),
    closedAt: at('closed_at'),
    closedById: uuid('closed_by_id').references(() => members.id, { onDelete: 'set null' }),
    outcome: text('outcome').$type<NoteOutcome>(),
  },
  (t) => [index('story_notes_story').on(t.storyId, t.createdAt), index('story_notes_parent').on(t.parentId)],
)

/** A story waits to be read over, or was. Each handing-in is a row. */
export const storyReviews = pgTable(
  'story_reviews',
  {
    id: id(),
    storyId: uuid('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    askedById: uuid('asked_by_id').references(() => members.id, { onDelete: 'set null' }),
    /** Asked by name; null = anybody. */
    reviewerId: uuid('reviewer_id').references(() => members.id, { onDelete: 'set null' }),
    askedAt: at('asked_at').notNull().defaultNow(),
    doneAt: at('done_at'),
    doneById: uuid('done_by_id').references(() => members.id, { onDelete: 'set null' }),
    /** `ready`: to be recorded. `changes`: the author has something to look at. `withdrawn`: taken back. */
    verdict: text('verdict').$type<'ready' | 'changes' | 'withdrawn'>(),
    /** What was ticked, by the names in `story/checklist.ts`. */
    checks: jsonb('checks').$type<string[]>().notNull().default([]),
    message: text('message').notNull().default(''),
  },
  (t) => [index('story_reviews_story').on(t.storyId, t.askedAt)],
)

/** How fast somebody read aloud, once: words as they are said over the time without silences. */
export const paceSamples = pgTable(
  'pace_samples',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    storyId: uuid('story_id').references(() => stories.id, { onDelete: 'set null' }),
    clipId: uuid('clip_id').references((): AnyPgColumn => clips.id, { onDelete: 'set null' }),
    source: text('source').$type<PaceSource>().notNull(),
    words: integer('words').notNull(),
    spokenMs: integer('spoken_ms').notNull(),
    at: createdAt(),
  },
  (t) => [index('pace_samples_member').on(t.memberId, t.id)],
)

// ── Sounds ────────────────────────────────────────────────────────────────────────────────────────

export type ClipState = 'received' | 'preparing' | 'ready' | 'refused'
export type MusicRights = 'commercial' | 'free' | 'permission' | 'own'

/** Titles as they go to the music return; `rights` decides whether the podcast may carry it. */
export type Music = {
  title: string
  performer: string
  author: string
  label: string
  /** Catalogue number of the record. */
  catalogue: string
  /** International Standard Recording Code (ISO 3901), twelve letters and digits without dashes; '' = unknown. */
  isrc: string
  rights: MusicRights
}

/** The show's own sounds: generique, ident, virgule, tapis. */
export type ImagingKind = 'theme' | 'ident' | 'sting' | 'bed'

/** What may be done to a sound that was recorded badly; `sound/clean-up.ts` says how. */
export type CleanUp = 'rumble' | 'hum' | 'hiss' | 'ride' | 'ess'

/** What somebody chose to keep of a sound, and how. The sound itself is never touched. */
export type ClipEdit = {
  /** Stretches of the prepared sound, in the order in which they play; none = all of it. */
  parts: { startMs: number; endMs: number }[]
  fadeInMs: number
  fadeOutMs: number
  /** Louder or softer than the level that all sounds are brought to, dB, −12 to 12. */
  gainDb: number
  /** Whether silence at both ends is kept instead of cut. */
  keepsSilence: boolean
  cleanUps: CleanUp[]
}

export const clips = pgTable(
  'clips',
  {
    id: id(),
    title: text('title').notNull(),
    ownerId: uuid('owner_id').references(() => members.id, { onDelete: 'set null' }),
    storyId: uuid('story_id').references(() => stories.id, { onDelete: 'set null' }),
    state: text('state').$type<ClipState>().notNull().default('received'),
    /** Reason of a refusal (`sound.not-audio` …) when `state` is refused. */
    refusal: text('refusal'),
    progress: doublePrecision('progress').notNull().default(0),
    originalName: text('original_name').notNull(),
    originalFile: text('original_file').notNull(),
    sizeBytes: doublePrecision('size_bytes').notNull(),
    durationMs: integer('duration_ms'),
    facts: jsonb('facts').$type<Record<string, unknown>>(),
    integratedLufs: doublePrecision('integrated_lufs'),
    lraLu: doublePrecision('lra_lu'),
    truePeakDbtp: doublePrecision('true_peak_dbtp'),
    /** Float32 little-endian, K-weighted energy of each 100 ms, channels summed. */
    subBlocks: bytes('sub_blocks'),
    /** Int8 min/max pairs, one pair per 10 ms. */
    waveform: bytes('waveform'),
    mezzanineFile: text('mezzanine_file'),
    listeningFile: text('listening_file'),
    music: jsonb('music').$type<Music>(),
    /** One of the show's own sounds, offered for every rundown; null = it is not. */
    imaging: text('imaging').$type<ImagingKind>(),
    /** What is kept of it; null = all, as it came. */
    edit: jsonb('edit').$type<ClipEdit>(),
    /** The sound that this one was split from: they share their files. */
    splitFromId: uuid('split_from_id'),
    credits: text('credits').notNull().default(''),
    /** The passage of the story that it says, as it read then; '' = the whole, or none. */
    passage: text('passage').notNull().default(''),
    createdAt: createdAt(),
    deletedAt: at('deleted_at'),
  },
  (t) => [index('clips_story').on(t.storyId), index('clips_owner').on(t.ownerId)],
)

/**
 * A sound with clean-ups applied: its own files and figures, beside the sound as it came. `recipe` names the
 * clean-ups in their order. `refusal` is set when they could not be applied.
 */
export const cleanedSounds = pgTable(
  'cleaned_sounds',
  {
    clipId: uuid('clip_id')
      .notNull()
      .references(() => clips.id, { onDelete: 'cascade' }),
    recipe: text('recipe').notNull(),
    state: text('state').$type<'asked' | 'ready' | 'refused'>().notNull().default('asked'),
    refusal: text('refusal'),
    durationMs: integer('duration_ms'),
    integratedLufs: doublePrecision('integrated_lufs'),
    lraLu: doublePrecision('lra_lu'),
    truePeakDbtp: doublePrecision('true_peak_dbtp'),
    subBlocks: bytes('sub_blocks'),
    waveform: bytes('waveform'),
    mezzanineFile: text('mezzanine_file'),
    listeningFile: text('listening_file'),
    askedAt: at('asked_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.clipId, t.recipe] })],
)

/** An upload under way: the row that the tus id belongs to, and who may continue it. */
export const uploads = pgTable('uploads', {
  id: text('id').primaryKey(),
  memberId: uuid('member_id')
    .notNull()
    .references(() => members.id, { onDelete: 'cascade' }),
  storyId: uuid('story_id').references(() => stories.id, { onDelete: 'set null' }),
  name: text('name').notNull(),
  /** As `clips.passage`. */
  passage: text('passage').notNull().default(''),
  sizeBytes: doublePrecision('size_bytes').notNull(),
  clipId: uuid('clip_id').references(() => clips.id, { onDelete: 'set null' }),
  createdAt: createdAt(),
})

// ── Rights ────────────────────────────────────────────────────────────────────────────────────────

/** Somebody who speaks in a story, or in one of its sounds. */
export const voices = pgTable(
  'voices',
  {
    id: id(),
    storyId: uuid('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    /** The one sound in which they speak; null = any of the story's. */
    clipId: uuid('clip_id').references(() => clips.id, { onDelete: 'cascade' }),
    /** Themselves a member. */
    memberId: uuid('member_id').references(() => members.id, { onDelete: 'set null' }),
    name: text('name').notNull(),
    /** As they wish to be named on air and on the page; '' = by `name`. */
    alias: text('alias').notNull().default(''),
    isMinor: boolean('is_minor').notNull().default(false),
    createdAt: createdAt(),
    createdById: uuid('created_by_id').references(() => members.id, { onDelete: 'set null' }),
    removedAt: at('removed_at'),
  },
  (t) => [index('voices_story').on(t.storyId), index('voices_clip').on(t.clipId)],
)

/** For what a voice may be used. */
export type VoiceUse = 'antenne' | 'podcast' | 'extract' | 'archive'
/**
 * How the answer was given. `spoken`: the recording is the proof. `withdrawal`: the voice was taken back; `undone`:
 * that withdrawal was itself taken back, and what was said before it holds again.
 */
export type ConsentProof = 'tap' | 'signature' | 'photo' | 'spoken' | 'paper' | 'withdrawal' | 'undone'

/** An answer to "may we?", dated. Append-only: of one voice, use and giver, the newest holds. */
export const consents = pgTable(
  'consents',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    voiceId: uuid('voice_id')
      .notNull()
      .references(() => voices.id, { onDelete: 'cascade' }),
    use: text('use').$type<VoiceUse>().notNull(),
    /** A minor needs both. */
    by: text('by').$type<'self' | 'parent'>().notNull(),
    parentName: text('parent_name').notNull().default(''),
    isYes: boolean('is_yes').notNull(),
    proof: text('proof').$type<ConsentProof>().notNull(),
    /** Key in the file store of what was signed, photographed or said; null for a tap. */
    proofFile: text('proof_file'),
    at: createdAt(),
    recordedById: uuid('recorded_by_id').references(() => members.id, { onDelete: 'set null' }),
  },
  (t) => [index('consents_voice').on(t.voiceId, t.id)],
)

// ── Rundown ───────────────────────────────────────────────────────────────────────────────────────

export type ItemKind =
  | 'theme'
  | 'ident'
  | 'sting'
  | 'voice'
  | 'clip'
  | 'studioTalk'
  | 'music'
  | 'insert'
  | 'other'

/** Into which masters a line goes. The rights of its sound may narrow it further. */
export type GoesTo = 'both' | 'antenne' | 'podcast'

export const rundownItems = pgTable(
  'rundown_items',
  {
    id: id(),
    episodeId: uuid('episode_id')
      .notNull()
      .references(() => episodes.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind').$type<ItemKind>().notNull(),
    title: text('title').notNull().default(''),
    who: text('who').notNull().default(''),
    notes: text('notes').notNull().default(''),
    plannedMs: integer('planned_ms').notNull().default(0),
    storyId: uuid('story_id').references(() => stories.id, { onDelete: 'set null' }),
    clipId: uuid('clip_id').references(() => clips.id, { onDelete: 'set null' }),
    goesTo: text('goes_to').$type<GoesTo>().notNull().default('both'),
    /** The show's own sound that plays under this line. */
    bedId: uuid('bed_id').references(() => clips.id, { onDelete: 'set null' }),
    /** How it meets the next line: > 0 a silence, < 0 a crossfade, in milliseconds. */
    joinMs: integer('join_ms').notNull().default(0),
    /** Hard start, locked end and hit time by the show's wall clock, HH:MM:SS; null = it has none. */
    fixedStart: text('fixed_start'),
    fixedEnd: text('fixed_end'),
    hitTime: text('hit_time'),
    /** Not played; takes no time. */
    isSkipped: boolean('is_skipped').notNull().default(false),
    /** On air it ends at its planned end, however late it was taken. */
    countToEnd: boolean('count_to_end').notNull().default(false),
    /** What stands in the show's own columns, by their names. */
    extra: jsonb('extra').$type<Record<string, string>>().notNull().default({}),
    /** Raised by each change, so that two people never overwrite each other unseen. */
    version: integer('version').notNull().default(1),
    deletedAt: at('deleted_at'),
  },
  (t) => [
    index('rundown_items_episode').on(t.episodeId, t.position),
    index('rundown_items_story').on(t.storyId),
    index('rundown_items_clip').on(t.clipId),
  ],
)

/** A stretch of a recorded show, named by the line that it is (null = nothing of the rundown). */
export type RecordedPart = { itemId: string | null; title: string; startMs: number; endMs: number }

/** The whole show recorded in one run: cut into its lines, it stands for their own sounds. */
export const recordings = pgTable('recordings', {
  episodeId: uuid('episode_id')
    .primaryKey()
    .references(() => episodes.id, { onDelete: 'cascade' }),
  clipId: uuid('clip_id')
    .notNull()
    .references(() => clips.id, { onDelete: 'cascade' }),
  parts: jsonb('parts').$type<RecordedPart[]>().notNull(),
  version: integer('version').notNull().default(1),
  changedAt: at('changed_at').notNull().defaultNow(),
})

/**
 * Every change of a rundown in order: what undo, history and the screens that missed it are made from. `change`
 * holds the patch and what takes it back (`rundown/patch.ts`).
 */
export const rundownChanges = pgTable(
  'rundown_changes',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    episodeId: uuid('episode_id')
      .notNull()
      .references(() => episodes.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    memberId: uuid('member_id'),
    what: text('what').notNull(),
    change: jsonb('change').$type<Record<string, unknown>>().notNull(),
    /** The version whose change this one takes back or does again; null for any other change. */
    revisits: integer('revisits'),
    /** Made by the screen that asked: the same edit sent twice is done once. */
    key: uuid('key'),
    at: createdAt(),
  },
  (t) => [
    uniqueIndex('rundown_changes_version').on(t.episodeId, t.version),
    uniqueIndex('rundown_changes_key').on(t.key),
  ],
)

/** A line of a template; `rundown/template-items.ts` reads the ones that were kept with fewer fields. */
export type TemplateItem = {
  kind: ItemKind
  title: string
  who: string
  plannedMs: number
  clipId: string | null
  goesTo: GoesTo
  bedId: string | null
  joinMs: number
  fixedStart: string | null
  fixedEnd: string | null
  hitTime: string | null
  isSkipped: boolean
  countToEnd: boolean
}

export const rundownTemplates = pgTable('rundown_templates', {
  id: id(),
  name: text('name').notNull(),
  items: jsonb('items').$type<TemplateItem[]>().notNull(),
  position: integer('position').notNull().default(0),
  /**
   * When its shows air (RFC 5545, with a DTSTART day only where it counts from one); null = the show's weekly slot for
   * the first template, none else.
   */
  rule: text('rule'),
  /** What its episodes are called: `{date}`, `{numero}`, `{semaine}` are filled in. */
  titlePattern: text('title_pattern').notNull().default(''),
  /** Local wall time and length of its shows; null = the show's own. */
  airTime: text('air_time'),
  targetMs: integer('target_ms'),
  /** How long before they air its episodes are made. */
  daysAhead: integer('days_ahead').notNull().default(10),
})

/** A day on which no show is made, though its slot comes round. */
export const skippedAirings = pgTable('skipped_airings', {
  airDate: date('air_date', { mode: 'string' }).primaryKey(),
  reason: text('reason').notNull().default(''),
  memberId: uuid('member_id'),
  createdAt: createdAt(),
})

/** What somebody did while the show was on air. */
export type AirDeed = 'take' | 'pause' | 'resume' | 'add' | 'end'

/**
 * The as-run log, append-only: what is on air is made from it. A rehearsal's deeds are kept apart and forgotten.
 */
export const airDeeds = pgTable(
  'air_deeds',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    episodeId: uuid('episode_id')
      .notNull()
      .references(() => episodes.id, { onDelete: 'cascade' }),
    isRehearsal: boolean('is_rehearsal').notNull().default(false),
    /** Made by the screen: the same deed sent twice is kept once. */
    key: uuid('key').notNull(),
    deed: text('deed').$type<AirDeed>().notNull(),
    itemId: uuid('item_id'),
    /** Time given by `add`, less when negative. */
    ms: integer('ms'),
    /** When it was done, by the server's clock. */
    at: at('at').notNull(),
    /** Where the plan had the item that was taken, and what it was called: later edits change neither. */
    planStart: at('plan_start'),
    title: text('title').notNull().default(''),
    plannedMs: integer('planned_ms'),
    memberId: uuid('member_id'),
    keptAt: at('kept_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('air_deeds_key').on(t.key), index('air_deeds_episode').on(t.episodeId, t.isRehearsal)],
)

/** The rundown as it was broadcast, frozen and signed; never changed. `sha256` is of the content's text. */
export const broadcasts = pgTable(
  'broadcasts',
  {
    id: id(),
    episodeId: uuid('episode_id')
      .notNull()
      .references(() => episodes.id, { onDelete: 'cascade' }),
    content: jsonb('content').$type<Record<string, unknown>>().notNull(),
    sha256: text('sha256').notNull(),
    frozenBy: uuid('frozen_by'),
    signedBy: text('signed_by').notNull(),
    frozenAt: at('frozen_at').notNull().defaultNow(),
  },
  (t) => [index('broadcasts_episode').on(t.episodeId, t.frozenAt)],
)

// ── Masters and publishing ────────────────────────────────────────────────────────────────────────

/** `podcast`: for the internet. `antenne`: ready to air, for the station. */
export type MasterKind = 'podcast' | 'antenne'
/** A lighter copy of a podcast for slow networks. */
export type MasterVariant = {
  kind: 'opus' | 'light'
  file: string
  type: string
  sizeBytes: number
  sha256: string
}

export type MasterState = 'asked' | 'rendering' | 'ready' | 'failed' | 'cancelled'

/** A chapter of a finished master; `startMs` from its first sample. */
export type Chapter = { startMs: number; endMs: number; title: string; itemId: string | null }

export const masters = pgTable(
  'masters',
  {
    id: id(),
    episodeId: uuid('episode_id')
      .notNull()
      .references(() => episodes.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<MasterKind>().notNull().default('podcast'),
    state: text('state').$type<MasterState>().notNull().default('asked'),
    rundownVersion: integer('rundown_version').notNull(),
    progress: doublePrecision('progress').notNull().default(0),
    failure: text('failure'),
    file: text('file'),
    sizeBytes: doublePrecision('size_bytes'),
    sha256: text('sha256'),
    durationMs: integer('duration_ms'),
    integratedLufs: doublePrecision('integrated_lufs'),
    truePeakDbtp: doublePrecision('true_peak_dbtp'),
    lraLu: doublePrecision('lra_lu'),
    chapters: jsonb('chapters').$type<Chapter[]>(),
    variants: jsonb('variants').$type<MasterVariant[]>().notNull().default([]),
    report: jsonb('report').$type<Record<string, unknown>>(),
    askedBy: uuid('asked_by'),
    createdAt: createdAt(),
    finishedAt: at('finished_at'),
  },
  (t) => [index('masters_episode').on(t.episodeId, t.createdAt)],
)

/** A sentence and when it is heard; `paragraph` is its place among those of its part. */
export type TimedSentence = { paragraph: number; text: string; startMs: number; endMs: number }
export type TranscriptPart = {
  chapter: string
  startMs: number
  endMs: number
  speaker: string
  paragraphs: string[]
  /** Every sentence of the part, where the text was found in the sound. */
  sentences?: TimedSentence[]
}
export type CreditedPerson = { name: string; role: string; group: string }
/**
 * A text as it was heard: notes that stay off air are not in it. `startMs` is where its chapter begins. `warning`: what
 * is said before one hears it; absent for most. What it is filed under may be absent: nothing was chosen, or it was
 * published before this was kept.
 */
export type PublishedStory = {
  title: string
  /** Its name on that day; '' for none. */
  rubric: string
  startMs: number
  content: unknown
  warning?: string
  /** Names change, this address stays. */
  rubricSlug?: string
  themes?: { slug: string; name: string }[]
  /** The house that its author belonged to. */
  houseId?: string
  authorId?: string
}

/** `startMs` is null for a sentence that was not heard. `confidence` is 1 once somebody has set its time. */
export type AlignedSentence = {
  /** Where its chapter begins: sentences belong to one. */
  chapterMs: number
  text: string
  startMs: number | null
  endMs: number | null
  confidence: number
}

/** Where the sentences of the texts are in a podcast master, as far as they could be found. */
export const alignments = pgTable('alignments', {
  masterId: uuid('master_id')
    .primaryKey()
    .references(() => masters.id, { onDelete: 'cascade' }),
  state: text('state').$type<'asked' | 'running' | 'ready' | 'failed'>().notNull().default('asked'),
  progress: doublePrecision('progress').notNull().default(0),
  sentences: jsonb('sentences').$type<AlignedSentence[]>().notNull().default([]),
  /** Speech that no text stands for. */
  unscripted: jsonb('unscripted').$type<{ startMs: number; endMs: number }[]>().notNull().default([]),
  askedAt: at('asked_at').notNull().defaultNow(),
  finishedAt: at('finished_at'),
})

/** A lighter encoding of a published sound; `fileId` is its row of `publicFiles`. */
export type PublishedAlternative = Omit<MasterVariant, 'file'> & { fileId: string }

/** What listeners see of an episode, frozen at the moment of publishing: feed and pages read nothing else. */
export const publications = pgTable('publications', {
  episodeId: uuid('episode_id')
    .primaryKey()
    .references(() => episodes.id, { onDelete: 'cascade' }),
  masterId: uuid('master_id')
    .notNull()
    .references(() => masters.id),
  number: integer('number').notNull(),
  seasonNumber: integer('season_number').notNull(),
  seasonName: text('season_name').notNull(),
  airDate: date('air_date', { mode: 'string' }).notNull(),
  title: text('title').notNull(),
  summary: text('summary').notNull(),
  durationMs: integer('duration_ms').notNull(),
  /** Rows of `publicFiles`; no text, no transcript. */
  chaptersFile: uuid('chapters_file').notNull(),
  vttFile: uuid('vtt_file'),
  srtFile: uuid('srt_file'),
  /** Key of the picture shown when the page is shared. */
  cardFile: text('card_file').notNull(),
  chapters: jsonb('chapters').$type<Chapter[]>().notNull(),
  transcript: jsonb('transcript').$type<TranscriptPart[]>().notNull(),
  stories: jsonb('stories').$type<PublishedStory[]>().notNull(),
  persons: jsonb('persons').$type<CreditedPerson[]>().notNull(),
  music: jsonb('music').$type<Music[]>().notNull(),
  alternatives: jsonb('alternatives').$type<PublishedAlternative[]>().notNull().default([]),
  kind: text('kind').$type<EpisodeKind>().notNull().default('full'),
  soundbite: jsonb('soundbite').$type<Soundbite>(),
  /** Notes that came with an imported episode, as clean HTML; null = they are written from what is above. */
  notesHtml: text('notes_html'),
  publishedAt: at('published_at').notNull(),
  changedAt: at('changed_at').notNull(),
})

/**
 * Every file that listeners' apps were told of: masters (under the master's id), chapters, transcripts.
 * What a newer one replaced answers for at least thirty days after `retiredAt`.
 */
export const publicFiles = pgTable(
  'public_files',
  {
    id: uuid('id').primaryKey(),
    file: text('file').notNull(),
    type: text('type').notNull(),
    sizeBytes: doublePrecision('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    episodeId: uuid('episode_id')
      .notNull()
      .references(() => episodes.id, { onDelete: 'cascade' }),
    firstPublishedAt: at('first_published_at').notNull(),
    retiredAt: at('retired_at'),
  },
  (t) => [index('public_files_episode').on(t.episodeId)],
)

/** What was said in published episodes, sentence by sentence, to be searched. Made anew whenever one is published. */
export const publicSentences = pgTable(
  'public_sentences',
  {
    episodeId: uuid('episode_id')
      .notNull()
      .references(() => publications.episodeId, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    startMs: integer('start_ms').notNull(),
    speaker: text('speaker').notNull(),
    text: text('text').notNull(),
    /** The same without accents and in lower case: what is searched. */
    plain: text('plain').notNull(),
    words: tsvector('words').generatedAlwaysAs(sql`to_tsvector('french'::regconfig, plain)`),
  },
  (t) => [
    primaryKey({ columns: [t.episodeId, t.position] }),
    index('public_sentences_words').using('gin', t.words),
  ],
)

/** Downloads of an episode on a day, by family of apps. Nothing of who downloaded is kept. */
export const downloads = pgTable(
  'downloads',
  {
    episodeId: uuid('episode_id')
      .notNull()
      .references(() => episodes.id, { onDelete: 'cascade' }),
    /** In the show's zone. */
    day: date('day', { mode: 'string' }).notNull(),
    app: text('app').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.episodeId, t.day, t.app] }), index('downloads_day').on(t.day)],
)

/** Long work that somebody asked for, can follow and can stop. */
export type WorkState = 'asked' | 'running' | 'done' | 'failed' | 'stopped'
const work = () => ({
  id: id(),
  state: text('state').$type<WorkState>().notNull().default('asked'),
  /** From 0 to 1. */
  progress: doublePrecision('progress').notNull().default(0),
  failure: text('failure'),
  askedBy: uuid('asked_by'),
  createdAt: createdAt(),
  finishedAt: at('finished_at'),
})

/** Short films of a passage, with its waveform and captions, for where people share films. */
export const audiograms = pgTable(
  'audiograms',
  {
    ...work(),
    masterId: uuid('master_id')
      .notNull()
      .references(() => masters.id, { onDelete: 'cascade' }),
    startMs: integer('start_ms').notNull(),
    durationMs: integer('duration_ms').notNull(),
    file: text('file'),
    sizeBytes: doublePrecision('size_bytes'),
  },
  (t) => [index('audiograms_master').on(t.masterId)],
)

/** What became of one episode of a feed that is brought in. */
export type ImportLine = {
  guid: string
  title: string
  outcome: 'new' | 'changed' | 'same' | 'refused'
  why?: string[]
}

/** A feed brought in from elsewhere: from an address, or from a file of it. */
export const imports = pgTable('imports', {
  ...work(),
  /** Its address, or the name of its file. */
  source: text('source').notNull(),
  /** Key in the file store of a feed that came as a file. */
  file: text('file'),
  report: jsonb('report').$type<ImportLine[]>().notNull().default([]),
})

/** Everything of the radio in one file, to take along. */
export const archives = pgTable('archives', {
  ...work(),
  file: text('file'),
  sizeBytes: doublePrecision('size_bytes'),
})
