import type { TimedSentence, TranscriptPart } from '#lib/db/schema.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { type Html, html } from './html.ts'
import { seekAddress } from './seek-address.ts'

type Props = { parts: readonly TranscriptPart[]; path: string }

/**
 * Everything that is said, chapter by chapter, with the names. Each chapter can be heard from its title. It is written
 * once: as elements, React's own description of every sentence would be sent beside it, and then gone through.
 */
export function Transcript({ parts, path }: Props) {
  const chapters = [...Map.groupBy(parts, (part) => part.startMs)]
  const all = html`${chapters.map(([startMs, turns]) => chapter(turns, startMs, path))}`
  // biome-ignore lint/security/noDangerouslySetInnerHtml: every word in it went through `html`, which escapes it
  return <div className="grid grid-cols-1 gap-8" dangerouslySetInnerHTML={{ __html: all.html }} />
}

/** Whether any of its sentences was found in the sound. */
export const isTimed = (parts: readonly TranscriptPart[]) =>
  parts.some(({ sentences = [] }) => sentences.length > 0)

// Between single quotes, as what React sends is between double ones.

function chapter(turns: readonly TranscriptPart[], startMs: number, path: string): Html {
  const [title, time, at] = [turns[0]?.chapter ?? '', formatDuration(startMs), startMs / 1000]
  const heading = html`<h3 data-from='${at}'>${title}</h3>`
  const link = html`<a href='${seekAddress(path, startMs)}' data-at='${at}' aria-label='Écouter à ${time} : ${title}' class='tabular inline-flex min-h-12 items-center'>Écouter à ${time}</a>`
  const head = html`<div class='flex flex-wrap items-baseline justify-between gap-x-4'>${[heading, link]}</div>`
  return html`<section class='grid grid-cols-1 max-w-measure gap-3'>${[head, ...turns.map(turn)]}</section>`
}

function turn({ speaker, paragraphs, sentences = [] }: TranscriptPart): Html {
  const name = speaker ? html`<strong>${speaker} : </strong>` : null
  const written = paragraphs.map((paragraph, at) => {
    const timed = sentences.filter((one) => one.paragraph === at)
    return html`<p>${at === 0 ? name : null}${timed.length > 0 ? timed.map(sentence) : paragraph}</p>`
  })
  return html`<div class='prose'>${written}</div>`
}

/** A sentence that was found in the sound: it is marked while it is heard, from the tenth of a second in which it begins. */
const sentence = ({ text, startMs }: TimedSentence, at: number): Html =>
  html`${at > 0 ? ' ' : null}<span data-from='${Math.floor(startMs / 100) / 10}'>${text}</span>`
