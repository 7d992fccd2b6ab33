'use client'
import { useMemo, useState } from 'react'
import { readStoryTextAction } from '#app/_prompter/actions.ts'
import { Prompter } from '#app/_prompter/prompter.tsx'
import { useRefreshed } from '#app/_prompter/use-refreshed.ts'
import type { PromptText } from '#lib/story/prompt.server.ts'

/** A story's prompter; what others write meanwhile appears. */
export function StoryPrompter({ storyId, initial }: { storyId: string; initial: PromptText }) {
  const [text, setText] = useState(initial)
  useRefreshed(async () => {
    const read = await readStoryTextAction(null, { storyId })
    if (read.ok)
      setText((known) => (JSON.stringify(known) === JSON.stringify(read.value) ? known : read.value))
  }, storyId)
  const sections = useMemo(
    () => [
      {
        id: storyId,
        kind: 'voice' as const,
        title: text.title,
        who: '',
        isRecorded: false,
        parts: text.parts,
      },
    ],
    [storyId, text],
  )
  const back = { href: `/sujets/${storyId}`, label: 'Le sujet' }
  return <Prompter title={text.title} back={back} sections={sections} air={null} />
}
