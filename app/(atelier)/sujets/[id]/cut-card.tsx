import { Scissors } from 'lucide-react'
import { currentZone } from '#app/_show/current-show.ts'
import { cutWords, momentOfDay } from '#app/_story/version-words.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readCut } from '#lib/story/cut.server.ts'
import { CutSeen } from './cut-seen.tsx'

/** For the author alone: what others took out of the text, and where to see it. Nothing when nothing was. */
export async function CutCard({ storyId, actor }: { storyId: string; actor: Actor }) {
  const cut = await readCut(theDb(), actor, storyId)
  if (!cut) return null
  const zone = await currentZone()
  return (
    <section
      aria-labelledby="coupe"
      className="mb-6 grid grid-cols-1 gap-3 rounded-card border-2 border-sky bg-sky-soft p-gutter text-ink print:hidden"
    >
      <h2 id="coupe" className="flex items-start gap-2 text-lead">
        <span className="mt-1">
          <Scissors />
        </span>
        Ce qui a été coupé
      </h2>
      <p>{cutWords(cut, momentOfDay(cut.at.getTime(), Date.now(), zone))}</p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={`/sujets/${storyId}/versions/${cut.sinceId}`}>Voir ce qui a changé</ButtonLink>
        <CutSeen storyId={storyId} />
      </div>
    </section>
  )
}
