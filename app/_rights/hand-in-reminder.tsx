import type { ReactNode } from 'react'
import { contentOf, soundsOf, voicesOf } from '#app/_story/story-reads.ts'
import type { Actor } from '#lib/people/can.ts'
import { type Reminder, reminderFor } from '#lib/rights/reminder.ts'
import { spokenParts } from '#lib/story/document.ts'
import { gapWords } from './consent-words.ts'
import { HandInGuard } from './hand-in-guard.tsx'

type Props = {
  storyId: string
  actor: Actor
  /** What hands the story in. */
  children: ReactNode
}

/** Asks about those who speak before a story is handed in. A reminder: one goes on all the same if one wishes. */
export async function HandInReminder({ storyId, actor, children }: Props) {
  const [voices, sounds, content] = await Promise.all([
    voicesOf(actor, storyId),
    soundsOf(actor, storyId),
    contentOf(actor, storyId),
  ])
  const speakers = spokenParts(content).map(({ by }) => by)
  const voicesIn = sounds.filter(({ music, imaging }) => !music && !imaging)
  const reminder = reminderFor({ voices, sounds: voicesIn.length, speakers })
  if (!reminder) return children
  return (
    <HandInGuard storyId={storyId} questions={questionsOf(reminder)}>
      {children}
    </HandInGuard>
  )
}

function questionsOf(reminder: Reminder): string[] {
  if (reminder.kind === 'gaps')
    return reminder.people.map(
      ({ who, gaps }) => `${who} : cette personne parle dans votre sujet. ${gapWords(gaps)}`,
    )
  const named =
    reminder.speakers.length > 0 ? ` Dans le texte, il y a : ${reminder.speakers.join(', ')}.` : ''
  return [
    `On ne sait pas encore qui parle dans votre sujet.${named} Chaque personne a-t-elle dit oui pour la radio ? Et pour internet ?`,
  ]
}
