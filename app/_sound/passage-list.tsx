'use client'
import { Mic, RotateCcw } from 'lucide-react'
import { Badge } from '#app/_ui/badge.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Card } from '#app/_ui/card.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import type { Tone } from '#app/_ui/tone.ts'
import type { TakeDesk } from '#lib/sound/takes.server.ts'
import type { Standing } from './standings.ts'
import { TakeCards } from './take-cards.tsx'
import { passageName, thisPassage } from './take-words.ts'

const standingWords: Record<Standing, { tone: Tone; word: string }> = {
  missing: { tone: 'neutral', word: 'À enregistrer' },
  leaving: { tone: 'info', word: 'En route' },
  there: { tone: 'ok', word: 'Enregistré' },
}

type Props = {
  desk: TakeDesk
  storyId: string
  standing: readonly Standing[]
  record: (at: number) => void
}

/** The text piece by piece: what is said, where it stands, its takes. */
export function PassageList({ desk, storyId, standing, record }: Props) {
  const { passages, gone } = desk
  const done = standing.filter((one) => one !== 'missing').length
  return (
    <>
      <Progress
        label="Passages enregistrés"
        value={done / passages.length}
        words={`${done} sur ${passages.length}`}
      />
      <ol className="grid grid-cols-1 gap-4">
        {passages.map((passage, at) => {
          const { tone, word } = standingWords[standing[at] ?? 'missing']
          const isNew = standing[at] === 'missing'
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand in a text twice.
            <li key={`${at} ${passage.key}`}>
              <Card
                title={passageName(passage)}
                aside={
                  <Badge tone={tone} pending={isNew}>
                    {word}
                  </Badge>
                }
                actions={
                  <Button icon={isNew ? <Mic /> : <RotateCcw />} onClick={() => record(at)}>
                    {isNew ? 'Enregistrer' : 'Refaire'} {thisPassage(passage.kind)}
                    <span className="sr-only"> : {passageName(passage)}</span>
                  </Button>
                }
              >
                {passage.by !== '' && <p className="font-bold text-ink-2">{passage.by}</p>}
                <p className="whitespace-pre-line">{passage.text}</p>
                <TakeCards takes={passage.takes} chosenId={passage.chosenId} storyId={storyId} />
              </Card>
            </li>
          )
        })}
      </ol>
      {gone.length > 0 && (
        <Card title="Des prises d’un texte qui a changé">
          <p>Leur passage n’est plus dans le texte. Elles restent ici.</p>
          <TakeCards takes={gone} chosenId={null} storyId={storyId} />
        </Card>
      )}
    </>
  )
}
