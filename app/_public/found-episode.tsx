// biome-ignore-all lint/suspicious/noArrayIndexKey: lines as they were found; they have no names.
import Link from 'next/link'
import { episodePath } from '#lib/publishing/addresses.ts'
import type { FoundEpisode as Found, SearchHit } from '#lib/publishing/search.server.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { EpisodeFacts } from './episode-facts.tsx'
import { MarkedWords } from './marked-words.tsx'
import { seekAddress } from './seek-address.ts'

/** An episode that was found: why, and the moments to hear. */
export function FoundEpisode({ episode }: { episode: Found }) {
  const path = episodePath(episode.slug)
  const { title, summary, about, hits, more } = episode
  return (
    <article className="grid grid-cols-1 gap-3 rounded-card border-2 border-border bg-surface p-gutter">
      <h2 className="text-lead">
        <Link href={path} prefetch={false} className="inline-block py-2">
          <MarkedWords text={title} />
        </Link>
      </h2>
      <EpisodeFacts episode={episode} />
      {summary.some(({ isHit }) => isHit) && (
        <p>
          <MarkedWords text={summary} />
        </p>
      )}
      {about.map((line, at) => (
        <p key={at} className="text-ink-2">
          <MarkedWords text={line} />
        </p>
      ))}
      {hits.length > 0 && (
        <ul className="grid grid-cols-1 gap-1">
          {hits.map((hit, at) => (
            <li key={at} className="border-sand [&:not(:first-child)]:border-t-2">
              <Hit hit={hit} path={path} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="text-ink-2">
          {more === 1 ? 'Et un autre passage' : `Et ${more} autres passages`} dans ce numéro.
        </p>
      )}
    </article>
  )
}

function Hit({ hit, path }: { hit: SearchHit; path: string }) {
  const { startMs, speaker, text } = hit
  return (
    <div className="flex flex-wrap items-baseline gap-x-4">
      <a
        href={seekAddress(path, startMs)}
        aria-label={`Écouter à ${formatDuration(startMs)} : ${text.map((part) => part.text).join('')}`}
        className="tabular inline-flex min-h-12 flex-none items-center"
      >
        Écouter à {formatDuration(startMs)}
      </a>
      <p className="min-w-0 flex-1 basis-64">
        {speaker && <strong>{speaker} : </strong>}
        <MarkedWords text={text} />
      </p>
    </div>
  )
}
