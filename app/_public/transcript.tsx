// biome-ignore-all lint/suspicious/noArrayIndexKey: frozen text, rendered whole; its parts have no names.
import { Fragment } from 'react'
import type { TimedSentence, TranscriptPart } from '#lib/db/schema.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { seekAddress } from './seek-address.ts'

type Props = { parts: readonly TranscriptPart[]; path: string }

/** Everything that is said, chapter by chapter, with the names. Each chapter can be heard from its title. */
export function Transcript({ parts, path }: Props) {
  const chapters = [...Map.groupBy(parts, (part) => part.startMs)]
  return (
    <div className="grid grid-cols-1 gap-8">
      {chapters.map(([startMs, turns]) => (
        <section key={startMs} className="grid grid-cols-1 max-w-measure gap-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h3 data-from={startMs / 1000}>{turns[0]?.chapter}</h3>
            <a
              href={seekAddress(path, startMs)}
              data-at={startMs / 1000}
              aria-label={`Écouter à ${formatDuration(startMs)} : ${turns[0]?.chapter}`}
              className="tabular inline-flex min-h-12 items-center"
            >
              Écouter à {formatDuration(startMs)}
            </a>
          </div>
          {turns.map((turn, at) => (
            <Turn key={at} turn={turn} />
          ))}
        </section>
      ))}
    </div>
  )
}

/** Whether any of its sentences was found in the sound. */
export const isTimed = (parts: readonly TranscriptPart[]) =>
  parts.some(({ sentences = [] }) => sentences.length > 0)

function Turn({ turn }: { turn: TranscriptPart }) {
  return (
    <div className="prose">
      {turn.paragraphs.map((paragraph, at) => (
        <p key={at}>
          {at === 0 && turn.speaker && <strong>{turn.speaker} : </strong>}
          <Words paragraph={paragraph} sentences={turn.sentences?.filter((one) => one.paragraph === at)} />
        </p>
      ))}
    </div>
  )
}

/** Sentences that were found in the sound are marked while they are heard. */
function Words({
  paragraph,
  sentences = [],
}: {
  paragraph: string
  sentences?: TimedSentence[] | undefined
}) {
  if (sentences.length === 0) return paragraph
  return sentences.map(({ text, startMs }, at) => (
    <Fragment key={at}>
      {at > 0 && ' '}
      <span data-from={startMs / 1000}>{text}</span>
    </Fragment>
  ))
}
