'use client'
import { Check, SquareSplitHorizontal } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { recipeOf } from '#lib/sound/clean-up.ts'
import type { SoundEditor as Editor } from '#lib/sound/edit.server.ts'
import { editedMs, keptParts } from '#lib/sound/edit.ts'
import { CleanUpFields } from './clean-up-fields.tsx'
import { CleanedCopy } from './cleaned-copy.tsx'
import { CutButtons, PlaceButtons } from './cutting-buttons.tsx'
import { keyHelp, pressKey } from './cutting-keys.ts'
import { proposalWords } from './edit-words.ts'
import { FinishFields } from './finish-fields.tsx'
import { LoudnessCurve } from './loudness-curve.tsx'
import { PartList } from './part-list.tsx'
import { RefreshWhile } from './refresh-while.tsx'
import { useCuttingDesk } from './use-cutting-desk.ts'
import { usePartPlayer } from './use-part-player.ts'
import { useShape } from './use-shape.ts'
import { useSoundEdit } from './use-sound-edit.ts'
import { WaveStage } from './wave-stage.tsx'

/** Cutting and cleaning one sound. The sound itself is never touched. */
export function SoundEditor({ editor }: { editor: Editor }) {
  const { id, title, sound, cleaned, loudness, proposals, integratedLufs } = editor
  const media = useRef<HTMLAudioElement>(null)
  const shape = useShape(`/ecouter/${id}/forme`)
  const work = useSoundEdit(editor)
  const [wishes, setListens] = useState<'before' | 'after'>('before')
  const recipe = recipeOf(work.present.cleanUps)
  const copy = cleaned.find((one) => one.recipe === recipe) ?? null
  const listens = copy?.state === 'ready' ? wishes : 'before'
  const parts = keptParts(work.present, sound)
  const player = usePartPlayer(media, {
    ...work.present,
    parts,
    // Heard at the same level: louder always seems better.
    gainDb:
      work.present.gainDb +
      (listens === 'after' ? (integratedLufs ?? 0) - (copy?.integratedLufs ?? integratedLufs ?? 0) : 0),
  })
  const desk = useCuttingDesk(work, sound, shape, player)
  const trim = proposals.find(({ what }) => what === 'trim')
  return (
    <div className="grid gap-8">
      <RefreshWhile active={cleaned.some(({ state }) => state === 'asked')} />
      {/* biome-ignore lint/a11y/useMediaCaption: a sound being made has no transcript yet. */}
      <audio
        ref={media}
        src={listens === 'after' ? `/ecouter/${id}/${recipe}.mp3` : `/ecouter/${id}.mp3`}
        preload="metadata"
      />
      <section aria-labelledby="couper" className="grid gap-4" onKeyDown={(event) => pressKey(event, desk)}>
        <h2 id="couper">Couper</h2>
        <WaveStage
          media={media}
          shape={shape}
          durationMs={sound.durationMs}
          parts={parts}
          atMs={player.atMs}
          zoom={desk.zoom}
          label={`Place dans « ${title} »`}
          onSeek={player.seek}
          onPart={desk.moveTo}
        />
        <p>
          On garde <Clock durationMs={editedMs(work.present, sound)} /> sur{' '}
          <Clock durationMs={sound.durationMs} />.
        </p>
        {player.hasFailed && (
          <FormMessage tone="warn">
            Le son ne vient pas. Vérifiez le réseau, puis touchez à nouveau Écouter.
          </FormMessage>
        )}
        <PlaceButtons desk={desk} />
        <CutButtons desk={desk} />
        <KeyHelp />
        <h3>Ce que l’on garde</h3>
        <PartList desk={desk} />
      </section>
      <section aria-labelledby="finir" className="grid gap-4">
        <h2 id="finir">Le début, la fin, le niveau</h2>
        <FinishFields
          edit={work.present}
          change={work.change}
          silenceReason={trim ? proposalWords(trim) : null}
        />
      </section>
      <section aria-labelledby="soigner" className="grid gap-4">
        <h2 id="soigner">Soigner</h2>
        <CleanUpFields edit={work.present} change={work.change} proposals={proposals} />
        {recipe !== '' && (
          <CleanedCopy copy={copy} isKept={!work.isChanged} listens={listens} listen={setListens} />
        )}
      </section>
      <section aria-labelledby="niveau" className="grid gap-4">
        <h2 id="niveau">Le niveau, du début à la fin</h2>
        <LoudnessCurve curve={loudness} durationMs={sound.durationMs} integratedLufs={integratedLufs} />
      </section>
      <KeepBar work={work} atMs={player.atMs} />
    </div>
  )
}

function KeyHelp() {
  return (
    <details>
      <summary className="inline-flex min-h-12 items-center font-bold">Au clavier</summary>
      <dl className="grid gap-1">
        {keyHelp.map(({ keys, does }) => (
          <div key={keys} className="flex flex-wrap gap-x-3">
            <dt className="font-bold">{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function KeepBar({ work, atMs }: { work: ReturnType<typeof useSoundEdit>; atMs: number }) {
  const { others, refused, isChanged, pending } = work
  return (
    <div className="keep-bar grid gap-3">
      <FormMessage tone="error">{refused}</FormMessage>
      {refused && others && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={others.take}>Prendre l’autre coupe</Button>
          <Button onClick={others.keepMine}>Garder la mienne</Button>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon={<SquareSplitHorizontal />}
          onClick={() => work.split(atMs)}
          disabled={isChanged || pending}
        >
          En faire deux sons ici
        </Button>
        <Button
          variant="primary"
          icon={<Check />}
          onClick={work.keep}
          pending={pending}
          disabled={!isChanged && !pending}
        >
          Garder
        </Button>
      </div>
    </div>
  )
}
