'use client'
import { Mic } from 'lucide-react'
import { useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '#app/_ui/button.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import type { TakeDesk as Desk } from '#lib/sound/takes.server.ts'
import { AssembleButton } from './assemble-button.tsx'
import { FoundTakes } from './found-takes.tsx'
import type { Room } from './hearing.ts'
import { PassageList } from './passage-list.tsx'
import { RefreshWhile } from './refresh-while.tsx'
import { saidOf, type Target } from './said.ts'
import { SendingRow } from './sending-row.tsx'
import { currentSendings, listenToSendings, type Sending } from './sendings.ts'
import { standings } from './standings.ts'
import { TakeStudio } from './take-studio.tsx'
import { passageName } from './take-words.ts'
import { useArrivals } from './use-arrivals.ts'
import { WholeTakes } from './whole-takes.tsx'

type Mode = 'passages' | 'whole' | 'free'
type Props = { desk: Desk; storyId: string; memberId: string }

const none: readonly Sending[] = []
const ways = {
  passages: { value: 'passages', label: 'Passage par passage', hint: 'On peut refaire une phrase seule.' },
  whole: { value: 'whole', label: 'Tout d’une traite', hint: 'Comme à la radio.' },
  free: { value: 'free', label: 'Sans texte', hint: 'Pour une rencontre, une ambiance.' },
} as const

/** All that is recorded for a story: its text piece by piece or whole, the takes, and which of them count. */
export function TakeDesk({ desk, storyId, memberId }: Props) {
  const all = useSyncExternalStore(listenToSendings, currentSendings, () => none)
  const here = all.filter((sending) => sending.storyId === storyId)
  const takes = [...desk.passages.flatMap((passage) => passage.takes), ...desk.gone, ...desk.whole]
  const choices = waysOf(desk)
  const [mode, setMode] = useState<Mode>(choices[0] ?? 'free')
  const [target, setTarget] = useState<Target | null>(null)
  useArrivals(
    here,
    takes.map(({ id }) => id),
    target === null,
  )
  const [room, setRoom] = useState<Room | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const standing = standings(desk.passages, here)
  const missing = standing.indexOf('missing')
  const close = () => {
    flushSync(() => setTarget(null))
    page.current?.focus()
  }
  const kept = () => {
    const next = mode === 'passages' ? nextMissing(standing, target) : null
    if (next === null) close()
    else setTarget(next)
  }
  const isPreparing = takes.some(({ state }) => state === 'received' || state === 'preparing')
  return (
    <div ref={page} tabIndex={-1} className="grid grid-cols-1 gap-6 outline-none">
      <RefreshWhile active={isPreparing && target === null} />
      {choices.length > 1 && (
        <RadioCards
          label="Comment voulez-vous enregistrer ?"
          name="mode"
          choices={choices.map((one) => ways[one])}
          defaultValue={mode}
          onChoose={(value) => setMode(choices.find((one) => one === value) ?? mode)}
        />
      )}
      {here.map((sending) => (
        <SendingRow key={sending.id} sending={sending} />
      ))}
      {target === null && <FoundTakes memberId={memberId} storyId={storyId} sendings={here} />}
      {mode === 'passages' ? (
        <PassageList desk={desk} storyId={storyId} standing={standing} record={setTarget} />
      ) : (
        <WholeTakes desk={desk} storyId={storyId} showsText={mode === 'whole'} />
      )}
      <div className="thumb-bar grid gap-2">
        {mode === 'passages' && <AssembleButton storyId={storyId} isMain={missing < 0} desk={desk} />}
        {(mode !== 'passages' || missing >= 0) && (
          <Button
            variant="primary"
            icon={<Mic />}
            wide
            onClick={() => setTarget(mode === 'passages' ? missing : mode)}
          >
            {mode === 'passages' ? nextWords(desk, missing) : 'Enregistrer'}
          </Button>
        )}
      </div>
      {target !== null && (
        <TakeStudio
          key={String(target)}
          said={saidOf(desk, target)}
          memberId={memberId}
          storyId={storyId}
          room={room}
          onRoom={setRoom}
          onKept={kept}
          onClose={close}
        />
      )}
    </div>
  )
}

function waysOf({ passages }: Desk): Mode[] {
  if (passages.length === 0) return ['free']
  return passages.length > 1 ? ['passages', 'whole', 'free'] : ['whole', 'free']
}

/** The next passage without a take after this one, else the first; null when each has one. */
function nextMissing(standing: readonly string[], target: Target | null): number | null {
  const left = standing.flatMap((one, at) => (one === 'missing' && at !== target ? at : []))
  return left.find((at) => typeof target === 'number' && at > target) ?? left[0] ?? null
}

function nextWords({ passages }: Desk, at: number): string {
  const passage = passages[at]
  return passage ? `Enregistrer : ${passageName(passage)}` : 'Enregistrer'
}
