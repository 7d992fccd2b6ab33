'use client'
import { ArrowRight, Check } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { stateWords, stepWords } from '#app/_story/state-words.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { changeStoryStateAction } from '#app/(atelier)/sujets/actions.ts'
import type { StoryState } from '#lib/db/schema.ts'
import { storyStates } from '#lib/story/state.ts'

type Props = { storyId: string; state: StoryState; nextStates: readonly StoryState[] }

/** What one says when a step is done: the next one large, the others beside it. */
export function StorySteps({ storyId, state, nextStates }: Props) {
  const { send, words, tone, pending } = useAct(changeStoryStateAction)
  const main = mainStep(state, nextStates)
  const others = nextStates.filter((next) => next !== main && !isBackAndForth(state, next))
  return (
    <form action={send} className="mt-8 grid grid-cols-1 gap-3 print:hidden">
      <input type="hidden" name="storyId" value={storyId} />
      <FormMessage tone={tone}>{words ?? (state === 'toReview' && !pending ? waiting : null)}</FormMessage>
      {main && (
        <SubmitButton name="to" value={main} icon={<Check />} wide>
          {stepWords[main]}
        </SubmitButton>
      )}
      {others.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {others.map((next) => (
            <SubmitButton key={next} variant="quiet" name="to" value={next} icon={<ArrowRight />}>
              {next === 'draft' ? stepWords.draft : `Noter « ${stateWords[next]} »`}
            </SubmitButton>
          ))}
        </div>
      )}
    </form>
  )
}

const waiting = 'Ce sujet attend sa relecture. Vous pouvez encore changer.'

/** An idea becomes a draft by being written; nobody needs a button for that, nor for the way back. */
function isBackAndForth(state: StoryState, next: StoryState): boolean {
  return next === 'idea' || (state === 'idea' && next === 'draft')
}

/** From an idea one hands in; otherwise the next state of the week. Airing is never the main thing to say here. */
function mainStep(state: StoryState, nextStates: readonly StoryState[]): StoryState | undefined {
  const later = storyStates.slice(storyStates.indexOf(state === 'idea' ? 'draft' : state) + 1)
  return later.find((next) => nextStates.includes(next) && next !== 'aired')
}
