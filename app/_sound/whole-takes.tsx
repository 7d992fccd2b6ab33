'use client'
import { Card } from '#app/_ui/card.tsx'
import type { TakeDesk } from '#lib/sound/takes.server.ts'
import { TakeCards } from './take-cards.tsx'

type Props = { desk: TakeDesk; storyId: string; showsText: boolean }

/** The takes of the whole story, and the other sounds that lie in it: one of them may be the one that counts. */
export function WholeTakes({ desk, storyId, showsText }: Props) {
  const { parts, whole, takeClipId } = desk
  return (
    <>
      {showsText && (
        <details>
          <summary className="inline-flex min-h-12 items-center font-bold underline underline-offset-4">
            Relire le texte
          </summary>
          <div className="grid gap-3">
            {parts.map((part, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the text is drawn whole, and its blocks have no names.
              <p key={at} className="whitespace-pre-line">
                {part.kind === 'soundCue' ? `Son : ${part.text}` : part.text}
              </p>
            ))}
          </div>
        </details>
      )}
      <Card title="Les prises">
        {whole.length === 0 && (
          <p className="text-ink-2">Pas encore de prise. La première n’a pas besoin d’être la bonne.</p>
        )}
        <TakeCards takes={whole} chosenId={takeClipId} storyId={storyId} />
      </Card>
    </>
  )
}
