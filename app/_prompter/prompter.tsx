'use client'
import './prompter.css'
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import type { PromptSection } from '#lib/rundown/prompt.ts'
import { KeyPanel } from './key-panel.tsx'
import type { PromptDeed } from './keys.ts'
import { PromptBar } from './prompt-bar.tsx'
import { PromptHead } from './prompt-head.tsx'
import { PromptText } from './prompt-text.tsx'
import { type PromptSettings, paces, sizes, stepped } from './settings.ts'
import { SettingsPanel } from './settings-panel.tsx'
import type { TextRoll } from './text-roll.ts'
import { useDeeds } from './use-deeds.ts'
import { useSettings } from './use-settings.ts'
import { useTextRoll } from './use-text-roll.ts'
import { useWakeLock } from './use-wake-lock.ts'

type Props = {
  title: string
  back: { href: string; label: string }
  sections: readonly PromptSection[]
  /** What is on air, of a show; null for a text alone. */
  air: { itemId: string | null } | null
  isOnline?: boolean
}

/** A text in large letters that rolls at its reader's pace. */
export function Prompter({ title, back, sections, air, isOnline = true }: Props) {
  const box = useRef<HTMLElement>(null)
  const [settings, change] = useSettings()
  const [panel, setPanel] = useState<'help' | 'settings' | null>(null)
  const { roll, view } = useTextRoll(box, sections)
  const onAirId = air?.itemId ?? null
  const followed = settings.followsAir ? onAirId : null
  const sizePx = settings.sizePx ?? view.sizePx
  useEffect(() => roll?.setPace(settings.pacePercent / 100), [roll, settings.pacePercent])
  useEffect(() => {
    roll?.holdWithin(followed)
    if (followed !== null) roll?.toHead(followed)
  }, [roll, followed])
  useWakeLock(view.isRunning || onAirId !== null)
  const act = (deed: PromptDeed) => {
    if (deed === 'help') return setPanel('help')
    if (deed === 'follow' && air === null) return
    const changed = settingFor(deed, settings, sizePx)
    if (changed) change(changed)
    else if (roll) move(roll, deed)
  }
  useDeeds(box, view.isRunning, act)
  const style = settings.sizePx === null ? {} : ({ '--prompt-size': `${sizePx}px` } as CSSProperties)
  return (
    <main className="prompter" data-look={settings.look} data-margin={settings.margin} style={style}>
      <PromptHead title={title} back={back} view={view} isShow={air !== null} isOnline={isOnline} />
      <div className="prompt-frame" data-mirrored={settings.isMirrored || undefined}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls answers to the keyboard */}
        <section ref={box} className="prompt-box" tabIndex={0} aria-label="Texte à lire">
          <PromptText sections={sections} onAirId={onAirId} isAlone={air === null} />
        </section>
        <div className="prompt-line" aria-hidden="true" />
      </div>
      <PromptBar
        isRunning={view.isRunning}
        pacePercent={settings.pacePercent}
        followsAir={air && settings.followsAir}
        act={act}
        onSettings={() => setPanel('settings')}
      />
      <SettingsPanel
        open={panel === 'settings'}
        onClose={() => setPanel(null)}
        {...{ settings, sizePx, change, act }}
      />
      <KeyPanel open={panel === 'help'} onClose={() => setPanel(null)} isShow={air !== null} />
    </main>
  )
}

/** What a deed changes of the settings; null when it moves the text. */
function settingFor(deed: PromptDeed, now: PromptSettings, sizePx: number): Partial<PromptSettings> | null {
  const size = [sizes.smallest, sizes.largest, sizes.step] as const
  const pace = [paces.slowest, paces.fastest, paces.step] as const
  switch (deed) {
    case 'smaller':
      return { sizePx: stepped(sizePx, -1, size) }
    case 'larger':
      return { sizePx: stepped(sizePx, 1, size) }
    case 'slower':
      return { pacePercent: stepped(now.pacePercent, -1, pace) }
    case 'faster':
      return { pacePercent: stepped(now.pacePercent, 1, pace) }
    case 'mirror':
      return { isMirrored: !now.isMirrored }
    case 'follow':
      return { followsAir: !now.followsAir }
    default:
      return null
  }
}

function move(roll: TextRoll, deed: PromptDeed) {
  switch (deed) {
    case 'toggle':
      return roll.isRunning ? roll.pause() : roll.start()
    case 'pause':
      return roll.pause()
    case 'lineBack':
    case 'lineOn':
      return roll.by(deed === 'lineOn' ? 1 : -1, 'line')
    case 'pageBack':
    case 'pageOn':
      return roll.by(deed === 'pageOn' ? 1 : -1, 'page')
    case 'head':
    case 'end':
      return roll.toEnd(deed)
    case 'fullScreen':
      return void toggleFullScreen()
  }
}

/** A browser that has no full screen (a telephone), or refuses it, stays as it is. */
async function toggleFullScreen() {
  const page = document.documentElement
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => null)
  else await page.requestFullscreen?.().catch(() => null)
}
