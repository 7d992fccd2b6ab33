import type { ConsentProof, VoiceUse } from '#lib/db/schema.ts'

/** All that a voice may be used for, in the order in which it is asked. */
export const voiceUses = ['antenne', 'podcast', 'extract', 'archive'] as const satisfies readonly VoiceUse[]
/** Without an answer to these a show cannot be made; the others may wait. */
export const neededUses = ['antenne', 'podcast'] as const satisfies readonly VoiceUse[]

/** Who says yes or no: the person, or a parent of theirs. */
export type Giver = 'self' | 'parent'
export type Answer = { use: VoiceUse; by: Giver; isYes: boolean; proof: ConsentProof }
/** Somebody who speaks, and all that was answered for them, the oldest first. */
export type Speaker = { isMinor: boolean; answers: readonly Answer[] }
/** `missing`: nobody has asked yet, or not everybody who must answer has. */
export type Verdict = 'yes' | 'no' | 'missing'

/** Whose yes is needed. A parent's word counts for a minor alone. */
export function giversFor({ isMinor }: Pick<Speaker, 'isMinor'>): readonly Giver[] {
  return isMinor ? ['parent', 'self'] : ['self']
}

/** The answer that holds: the newest, where a withdrawal that was itself taken back never counted. Null for none. */
export function holding<A extends Answer>(answers: readonly A[], use: VoiceUse, by: Giver): A | null {
  const kept: A[] = []
  for (const answer of answers) {
    if (answer.use !== use || answer.by !== by) continue
    if (answer.proof !== 'undone') kept.push(answer)
    else if (kept.at(-1)?.proof === 'withdrawal') kept.pop()
  }
  return kept.at(-1) ?? null
}

/** Whether a voice may be used so. One no is enough for no; a yes wants everybody's. */
export function verdictOf(speaker: Speaker, use: VoiceUse): Verdict {
  const held = giversFor(speaker).map((by) => holding(speaker.answers, use, by))
  if (held.some((answer) => answer?.isYes === false)) return 'no'
  return held.includes(null) ? 'missing' : 'yes'
}

/** Of several voices heard at once: each must have said yes. Null when nobody is known to speak. */
export function verdictOfAll(speakers: readonly Speaker[], use: VoiceUse): Verdict | null {
  const [first, ...others] = speakers.map((speaker) => verdictOf(speaker, use))
  return first ? others.reduce(stricter, first) : null
}

const weight: Record<Verdict, number> = { yes: 0, missing: 1, no: 2 }
const stricter = (a: Verdict, b: Verdict): Verdict => (weight[a] >= weight[b] ? a : b)

/** Whether somebody has taken their voice back: for all uses, and not come back on it since. */
export function isWithdrawn(speaker: Speaker): boolean {
  return giversFor(speaker).some((by) =>
    voiceUses.every((use) => holding(speaker.answers, use, by)?.proof === 'withdrawal'),
  )
}

type Named = Speaker & { id: string; name: string }
/** An answer that nobody has given yet: whose voice, for what, and who has to say. */
export type Gap = { voiceId: string; who: string; use: VoiceUse; by: Giver }

/** What has still to be asked, person by person. Where somebody said no already, nothing more is asked of the others. */
export function gapsOf(voices: readonly Named[], uses: readonly VoiceUse[] = neededUses): Gap[] {
  return voices.flatMap((voice) =>
    uses
      .filter((use) => verdictOf(voice, use) === 'missing')
      .flatMap((use) =>
        giversFor(voice)
          .filter((by) => holding(voice.answers, use, by) === null)
          .map((by) => ({ voiceId: voice.id, who: voice.name, use, by })),
      ),
  )
}

/** What the voices of a sound or a text allow, in both masters; null where nobody is known to speak. */
export type Consented = { antenne: Verdict; podcast: Verdict }

export function consentedBy(speakers: readonly Speaker[]): Consented | null {
  const antenne = verdictOfAll(speakers, 'antenne')
  const podcast = verdictOfAll(speakers, 'podcast')
  return antenne && podcast && { antenne, podcast }
}

/** What is allowed where both are heard: of a line, its text and its sound. */
export function together(a: Consented | null, b: Consented | null): Consented | null {
  if (!a || !b) return a ?? b
  return { antenne: stricter(a.antenne, b.antenne), podcast: stricter(a.podcast, b.podcast) }
}

/** How far the consents of a line are, in one word: `no` keeps it off the air, `antenneOnly` out of the podcast. */
export type ConsentState = 'ok' | 'missing' | 'no' | 'antenneOnly'

export function consentState(consented: Consented | null): ConsentState | null {
  if (!consented) return null
  const { antenne, podcast } = consented
  if (antenne === 'no') return 'no'
  if (antenne === 'missing' || podcast === 'missing') return 'missing'
  return podcast === 'no' ? 'antenneOnly' : 'ok'
}

type Joined = {
  story: { consent: Consented | null } | null
  clip: { consent: Consented | null } | null
}

/** What the voices of a line of the rundown allow: those of its text, and those of its sound. */
export function consentOfLine({ story, clip }: Joined): Consented | null {
  return together(story?.consent ?? null, clip?.consent ?? null)
}
