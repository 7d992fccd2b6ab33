'use client'
import { useState } from 'react'
import { Badge } from '#app/_ui/badge.tsx'
import { exactDurationWords } from '#app/_ui/duration-words.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Player } from '#app/_ui/player.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import type { TakeDesk } from '#lib/sound/takes.server.ts'
import { levelWords } from './sound-words.ts'
import { TakeButtons } from './take-buttons.tsx'

type Take = TakeDesk['whole'][number]
type Props = { takes: readonly Take[]; chosenId: string | null; storyId: string }

/** The take that counts, open; the others beside it, folded away. */
export function TakeCards({ takes, chosenId, storyId }: Props) {
  const numbered = takes.map((take, at) => ({ take, number: at + 1 }))
  const chosen = numbered.find(({ take }) => take.id === chosenId)
  const others = numbered.filter((one) => one !== chosen).toReversed()
  const list = (some: typeof numbered) => (
    <ul className="grid grid-cols-1 gap-3">
      {some.map(({ take, number }) => (
        <li key={take.id}>
          <TakeCard take={take} number={number} isChosen={take.id === chosenId} storyId={storyId} />
        </li>
      ))}
    </ul>
  )
  if (!chosen) return others.length > 0 && list(others)
  return (
    <>
      {list([chosen])}
      {others.length > 0 && (
        <details>
          <summary className="inline-flex min-h-12 items-center font-bold underline underline-offset-4">
            {others.length === 1 ? 'L’autre prise' : `Les ${others.length} autres prises`}
          </summary>
          {list(others)}
        </details>
      )}
    </>
  )
}

type OneProps = { take: Take; number: number; isChosen: boolean; storyId: string }

function TakeCard({ take, number, isChosen, storyId }: OneProps) {
  const [said, setSaid] = useState<string | null>(null)
  const name = `Prise ${number}`
  return (
    <section aria-label={name} className="grid grid-cols-1 gap-2 border-l-4 border-border pl-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3>{name}</h3>
        {isChosen && <Badge tone="ok">Choisie</Badge>}
      </div>
      <p className="text-small text-ink-2">{take.title}</p>
      <Standing take={take} />
      <FormMessage tone="error">{said}</FormMessage>
      <TakeButtons take={take} name={name} isChosen={isChosen} storyId={storyId} onRefused={setSaid} />
    </section>
  )
}

function Standing({ take }: { take: Take }) {
  if (take.state === 'refused')
    return (
      <FormMessage tone="warn">Cette prise n’est pas utilisable. Elle est gardée ; refaites-la.</FormMessage>
    )
  if (take.state !== 'ready')
    return (
      <Progress
        label="On prépare le son"
        value={take.state === 'preparing' ? take.progress : null}
        words="Vous pouvez fermer la page."
      />
    )
  const durationMs = take.durationMs ?? 0
  return (
    <>
      <p>
        {exactDurationWords(take.keptMs)}. {levelWords[take.level]}
      </p>
      <Player src={`/ecouter/${take.id}.mp3`} title={take.title} durationMs={durationMs} />
    </>
  )
}
