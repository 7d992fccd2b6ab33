'use client'
import { useMemo } from 'react'
import { Prompter } from '#app/_prompter/prompter.tsx'
import { type ShowTexts, useShowTexts } from '#app/_prompter/use-show-texts.ts'
import { promptSections } from '#lib/rundown/prompt.ts'

/** The show's prompter, live: edits of the rundown and of the texts appear, and it can go where the show is. */
export function ShowPrompter({ title, show }: { title: string; show: ShowTexts }) {
  const { lines, texts, state, isOnline } = useShowTexts(show)
  const onAirId = state.onAir?.itemId ?? null
  const sections = useMemo(() => promptSections(lines, texts, onAirId), [lines, texts, onAirId])
  const back = { href: `/regie/emissions/${show.episodeId}/conducteur`, label: 'Conducteur' }
  return (
    <Prompter title={title} back={back} sections={sections} air={{ itemId: onAirId }} isOnline={isOnline} />
  )
}
