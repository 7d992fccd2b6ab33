import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { Badge } from '#app/_ui/badge.tsx'
import type { Tone } from '#app/_ui/tone.ts'
import type { VoiceUse } from '#lib/db/schema.ts'
import type { Verdict } from '#lib/rights/consent.ts'
import { wordsOfUse } from './consent-words.ts'

const looks: Record<Verdict, { word: string; tone: Tone; icon: typeof CircleCheck }> = {
  yes: { word: 'oui', tone: 'ok', icon: CircleCheck },
  no: { word: 'non', tone: 'neutral', icon: CircleX },
  missing: { word: 'pas encore demandé', tone: 'warn', icon: CircleHelp },
}

/** Whether a voice may be used for something: « Radio : oui », with its sign. */
export function VerdictBadge({ use, verdict }: { use: VoiceUse; verdict: Verdict }) {
  const { word, tone, icon: Icon } = looks[verdict]
  return (
    <Badge tone={tone} icon={<Icon size={20} />}>
      {wordsOfUse[use].name} : {word}
    </Badge>
  )
}
