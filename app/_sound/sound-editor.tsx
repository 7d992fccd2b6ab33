'use client'
import { Check } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import type { SoundEditor as Editor } from '#lib/sound/edit.server.ts'
import { keptParts } from '#lib/sound/edit.ts'
import { CleanUpFields } from './clean-up-fields.tsx'
import { CleanedCopy } from './cleaned-copy.tsx'
import { CutButtons, PlaceButtons } from './cutting-buttons.tsx'
import { keyHelp, pressKey } from './cutting-keys.ts'
import { proposalWords } from './edit-words.ts'
import { FinishFields } from './finish-fields.tsx'
import { KeptLength } from './kept-length.tsx'
import { LoudnessCurve } from './loudness-curve.tsx'
import { PartList } from './part-list.tsx'
import { RefreshWhile } from './refresh-while.tsx'
import { useBeforeAfter } from './use-before-after.ts'
import { useCuttingDesk } from './use-cutting-desk.ts'
import { usePartPlayer } from './use-part-player.ts'
import { useShape } from './use-shape.ts'
import { type SoundEdit, useSoundEdit } from './use-sound-edit.ts'
import { WaveStage } from './wave-stage.tsx'

/** Cutting and cleaning one sound. The sound itself is never touched. */
export function SoundEditor({ editor }: { editor: Editor }) {
  const { id, title, sound, cleaned, loudness, proposals, integratedLufs } = editor
  const media = useRef<HTMLAudioElement>(null)
  const shape = useShape(`/ecouter/${id}/forme`)
  const work = useSoundEdit(editor)
  const { recipe, copy, listens, listen, src, gainDb } = useBeforeAfter(editor, work.present)
  // The drawing shows the parts anew whenever these are others.
  const parts = useMemo(() => keptParts(work.present, sound), [work.present, sound])
  const player = usePartPlayer(media, { ...work.present, parts, gainDb })
  const desk = useCuttingDesk(work, sound, shape, player)
  const trim = proposals.find(({ what }) => what === 'trim')
  return (
    <div className="grid gap-8">
      <RefreshWhile active={cleaned.some(({ state }) => state === 'asked')} />
      {/* biome-ignore lint/a11y/useMediaCaption: a sound being made has no transcript yet. */}
      <audio ref={media} src={src} preload="metadata" />
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
        <KeptLength edit={work.present} sound={sound} said={desk.said} />
        {player.hasFailed && (
          <FormMessage tone="warn">
            Le son ne vient pas. Vérifiez le réseau, puis touchez à nouveau Écouter.
          </FormMessage>
        )}
        <PlaceButtons desk={desk} />
        <CutButtons desk={desk} split={() => work.split(player.atMs)} />
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
          <CleanedCopy copy={copy} isKept={!work.isChanged} listens={listens} listen={listen} />
        )}
      </section>
      <section aria-labelledby="niveau" className="grid gap-4">
        <h2 id="niveau">Le niveau, du début à la fin</h2>
        <LoudnessCurve curve={loudness} durationMs={sound.durationMs} integratedLufs={integratedLufs} />
      </section>
      <KeepBar work={work} />
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

function KeepBar({ work }: { work: SoundEdit }) {
  const { others, refused, isChanged, pending } = work
  return (
    <div className="thumb-bar grid gap-3">
      <FormMessage tone="error">{refused}</FormMessage>
      {refused && others && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={others.take}>Prendre l’autre coupe</Button>
          <Button onClick={others.keepMine}>Garder la mienne</Button>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="primary" icon={<Check />} onClick={work.keep} pending={pending}>
          Garder
        </Button>
        <p className="text-ink-2">{isChanged ? 'Pas encore gardé' : 'Tout est gardé'}</p>
      </div>
    </div>
  )
}
