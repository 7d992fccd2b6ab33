'use client'
import { Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { useAudio } from '#app/_ui/use-audio.ts'
import type { Join } from '#lib/master/joins.ts'
import { formatDuration, type Milliseconds } from '#lib/time/duration.ts'

type Props = { src: string; joins: readonly Join[]; durationMs: Milliseconds }

/**
 * Plays only where one line gives way to the next, 5 s before and after, one after the other. Nothing starts
 * by itself. Without script each join is a link into the sound.
 */
export function JoinPlayer({ src, joins, durationMs }: Props) {
  const title = useId()
  const audio = useRef<HTMLAudioElement>(null)
  const { ready, playing, at, failed } = useAudio(audio, durationMs / 1000)
  const [index, setIndex] = useState(0)
  const join = joins[index]

  useEffect(() => {
    const element = audio.current
    // The element knows of a jump before `at`, which only tells that time goes on.
    if (!element || !join || !playing || at < 0 || element.currentTime * 1000 < join.toMs) return
    const next = joins[index + 1]
    if (!next) return element.pause()
    setIndex(index + 1)
    if (next.fromMs > join.toMs) element.currentTime = next.fromMs / 1000
  }, [at, playing, index, join, joins])

  const play = (to: number) => {
    const wanted = joins[to]
    const element = audio.current
    if (!wanted || !element) return
    setIndex(to)
    element.currentTime = wanted.fromMs / 1000
    element.play().catch(() => undefined)
  }
  const toggle = () => {
    if (playing) return audio.current?.pause()
    const now = at * 1000
    // After a pause it goes on; once the last one is over it begins again.
    if (join && now > join.fromMs && now < join.toMs) audio.current?.play().catch(() => undefined)
    else play(join && now >= join.toMs && index === joins.length - 1 ? 0 : index)
  }
  return (
    <section
      aria-labelledby={title}
      className="grid gap-3 rounded-card border-2 border-border bg-surface p-gutter"
    >
      <h3 id={title}>Écouter seulement les raccords</h3>
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript is made at publishing */}
      <audio ref={audio} src={src} preload="none" />
      {ready && join && (
        <>
          <p aria-live="polite">
            Raccord {index + 1} sur {joins.length}, à {formatDuration(join.atMs)} :{' '}
            <strong>{join.before}</strong>, puis <strong>{join.after}</strong>.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button icon={playing ? <Pause /> : <Play />} onClick={toggle}>
              {playing ? 'Pause' : 'Écouter les raccords'}
            </Button>
            <Button icon={<SkipBack />} onClick={() => play(Math.max(0, index - 1))}>
              Précédent
            </Button>
            <Button icon={<SkipForward />} onClick={() => play(Math.min(joins.length - 1, index + 1))}>
              Suivant
            </Button>
          </div>
          {failed && <p role="status">Le son ne vient pas. Vérifiez le réseau, puis réessayez.</p>}
        </>
      )}
      <JoinList src={src} joins={joins} index={ready ? index : -1} play={ready ? play : undefined} />
    </section>
  )
}

type ListProps = {
  src: string
  joins: readonly Join[]
  index: number
  play: ((to: number) => void) | undefined
}

function JoinList({ src, joins, index, play }: ListProps) {
  const choose = (to: number) => (event: MouseEvent) => {
    // A new tab or window stays the browser's business.
    if (!play || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    play(to)
  }
  return (
    <details>
      <summary className="min-h-12 py-2 font-bold">Tous les raccords ({joins.length})</summary>
      <ol className="grid gap-1">
        {joins.map((join, place) => (
          <li key={join.atMs}>
            <a
              href={`${src}#t=${join.fromMs / 1000},${join.toMs / 1000}`}
              onClick={choose(place)}
              aria-current={place === index || undefined}
              className="tabular inline-flex min-h-12 items-center aria-[current]:font-bold"
            >
              <span>
                {formatDuration(join.atMs)} · {join.before}, puis {join.after}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </details>
  )
}
