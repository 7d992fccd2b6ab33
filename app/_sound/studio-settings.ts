'use client'
import { useSyncExternalStore } from 'react'

/** How somebody likes to record; kept on the device. */
export type StudioSettings = {
  /** Three short tones before the microphone counts. */
  hearsTicks: boolean
  /** The text goes by itself, at one's own pace. */
  rolls: boolean
}

const key = 'enregistrement'
const plain: StudioSettings = { hearsTicks: false, rolls: false }
const watchers = new Set<() => void>()
let current: StudioSettings | null = null

/** The settings of this device, and how to change some of them. */
export function useStudioSettings(): [StudioSettings, (changed: Partial<StudioSettings>) => void] {
  return [useSyncExternalStore(watch, read, () => plain), change]
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

function read(): StudioSettings {
  current ??= readKept()
  return current
}

function change(changed: Partial<StudioSettings>) {
  current = { ...read(), ...changed }
  keep(JSON.stringify(current))
  for (const watcher of watchers) watcher()
}

/** What is missing or unreadable is the plain choice; a browser that forbids storage means choosing again. */
function readKept(): StudioSettings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    const isOn = (name: string) =>
      typeof kept === 'object' && kept !== null && Reflect.get(kept, name) === true
    return { hearsTicks: isOn('hearsTicks'), rolls: isOn('rolls') }
  } catch {
    return plain
  }
}

function keep(settings: string) {
  try {
    localStorage.setItem(key, settings)
  } catch {
    return
  }
}
