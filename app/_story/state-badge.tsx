import { CircleCheckBig, Eye, Lightbulb, Mic, PencilLine, RadioTower } from 'lucide-react'
import { Badge } from '#app/_ui/badge.tsx'
import type { Tone } from '#app/_ui/tone.ts'
import type { StoryState } from '#lib/db/schema.ts'
import { stateWords } from './state-words.ts'

const looks: Record<StoryState, { tone: Tone; icon: typeof Eye; pending?: boolean }> = {
  idea: { tone: 'neutral', icon: Lightbulb, pending: true },
  draft: { tone: 'neutral', icon: PencilLine, pending: true },
  toReview: { tone: 'info', icon: Eye },
  ready: { tone: 'ok', icon: CircleCheckBig },
  recorded: { tone: 'culture', icon: Mic },
  aired: { tone: 'brick', icon: RadioTower },
}

/** Where a story stands: sign and word. */
export function StateBadge({ state }: { state: StoryState }) {
  const { tone, icon: Icon, pending } = looks[state]
  return (
    <Badge tone={tone} pending={pending} icon={<Icon size={20} />}>
      {stateWords[state]}
    </Badge>
  )
}
