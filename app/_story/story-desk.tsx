'use client'
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'
import type { StorySound } from './story-sound.ts'

const StoryEditor = lazy(() => import('./story-editor.tsx'))

type Props = {
  storyId: string
  memberId: string
  /** Words a minute at which the author reads. */
  wpm: number
  /** Those who may be named as speaking. */
  voices: readonly string[]
  /** Sounds that a cue may name. */
  sounds: readonly StorySound[]
  /** Milliseconds that the next show keeps for it; null while none has it. */
  slotMs: number | null
  /** The text as the server read it: shown until the editor is there, and without script. */
  children: ReactNode
}

const never = () => () => undefined

/** The text first, then, in the browser only, the editor in its place. */
export function StoryDesk({ children, ...story }: Props) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!inBrowser) return children
  return (
    <Suspense fallback={children}>
      <StoryEditor {...story}>{children}</StoryEditor>
    </Suspense>
  )
}
