import { FileCheck, MessageCircleQuestionMark } from 'lucide-react'
import { dayOf, giverWords, proofWords } from '#app/_rights/consent-words.ts'
import { VerdictBadge } from '#app/_rights/verdict-badge.tsx'
import { Badge } from '#app/_ui/badge.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Card } from '#app/_ui/card.tsx'
import { ofName } from '#app/_ui/name-words.ts'
import type { VoiceUse } from '#lib/db/schema.ts'
import { gapsOf, giversFor, holding, isWithdrawn, verdictOf, voiceUses } from '#lib/rights/consent.ts'
import type { ShownVoice } from '#lib/rights/voices.server.ts'
import { EditVoice } from './edit-voice.tsx'
import { WithdrawVoice } from './withdraw-voice.tsx'

type Props = {
  storyId: string
  voice: ShownVoice
  sounds: readonly { id: string; title: string }[]
  /** Whether this is what is best done next on the page. */
  isFirst: boolean
}

/** One person: what they have answered, how it is known, and what can be done. */
export function VoiceCard({ storyId, voice, sounds, isFirst }: Props) {
  const { id, name, alias, isMinor, clip } = voice
  const at = `/sujets/${storyId}/accords/${id}`
  const gap = gapsOf([voice])[0]
  const isGone = isWithdrawn(voice)
  return (
    <Card
      title={name}
      aside={
        <span className="flex flex-wrap gap-2">
          {isMinor && <Badge tone="info">Moins de 18 ans</Badge>}
          {isGone && <Badge tone="warn">Voix retirée</Badge>}
        </span>
      }
    >
      {alias && <p>À l’antenne : {alias}</p>}
      {clip && <p>Seulement dans « {clip.title} »</p>}
      <ul className="grid grid-cols-1 gap-3">
        {voiceUses.map((use) => (
          <li key={use} className="grid grid-cols-1 justify-items-start gap-1">
            <VerdictBadge use={use} verdict={verdictOf(voice, use)} />
            <How voice={voice} use={use} />
          </li>
        ))}
      </ul>
      <div className="mt-2 grid grid-cols-1 gap-2">
        {giversFor(voice)
          .toSorted((by) => (by === gap?.by ? -1 : 0))
          .map((by) => (
            <ButtonLink
              key={by}
              href={isMinor ? `${at}?qui=${by === 'parent' ? 'parent' : 'personne'}` : at}
              variant={isFirst && by === gap?.by ? 'primary' : 'secondary'}
              icon={<MessageCircleQuestionMark />}
              wide
            >
              {`Noter la réponse ${by === 'parent' ? `d’${giverWords(by, name)}` : ofName(name)}`}
            </ButtonLink>
          ))}
        <WithdrawVoice voiceId={id} name={name} isMinor={isMinor} isGone={isGone} />
        <EditVoice
          voiceId={id}
          sounds={sounds}
          named={{ name, alias, isMinor, clipId: voice.clipId ?? '' }}
        />
      </div>
    </Card>
  )
}

/** Who said it, how and when; with what was signed, photographed or said. */
function How({ voice, use }: { voice: ShownVoice; use: VoiceUse }) {
  const held = giversFor(voice).flatMap((by) => holding(voice.answers, use, by) ?? [])
  return held.map(({ id, by, parentName, isYes, proof, proofFile, at }) => (
    <p key={id} className="text-small text-ink-2">
      {by === 'parent' ? `${parentName || 'Un parent'}, parent` : voice.name} : {isYes ? 'oui' : 'non'},{' '}
      {proofWords[proof]}, le {dayOf(at)}.{' '}
      {proofFile && (
        <a
          href={`/preuves/${id}`}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-12 items-center gap-1"
        >
          <FileCheck size={20} />
          {proof === 'spoken' ? 'Écouter' : 'Voir'}
          <span className="sr-only"> la preuve, dans un nouvel onglet</span>
        </a>
      )}
    </p>
  ))
}
