'use client'
import { useSyncExternalStore } from 'react'
import { type PromptSettings, parseSettings, plainSettings } from './settings.ts'

const KEPT = 'prompteur'
const watchers = new Set<() => void>()
let current: PromptSettings | null = null

/** The settings of this device, and how to change some of them. */
export function useSettings(): [PromptSettings, (changed: Partial<PromptSettings>) => void] {
  return [useSyncExternalStore(watch, read, () => plainSettings), change]
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

function read(): PromptSettings {
  current ??= parseSettings(readKept())
  return current
}

function change(changed: Partial<PromptSettings>) {
  current = { ...read(), ...changed }
  keep(JSON.stringify(current))
  for (const watcher of watchers) watcher()
}

/** A browser that forbids storage only means choosing again next time. */
function readKept(): string | null {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null
  }
}

function keep(settings: string) {
  try {
    localStorage.setItem(KEPT, settings)
  } catch {
    return
  }
}
