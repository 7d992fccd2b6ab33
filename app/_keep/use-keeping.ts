import { useEffect, useRef, useState } from 'react'
import { askToStay } from '#app/_device/stay.ts'
import { startKeepWorker } from './keep-worker.ts'
import type { KeptEpisode } from './kept-episode.ts'
import {
  forgetEpisode,
  freeRoom,
  hasRoom,
  type KeepTrouble,
  keepEpisode,
  listKept,
  troubleOf,
} from './kept-shelf.ts'

/** Where the keeping of an episode stands. `bytes` have come so far. */
export type Keeping =
  | { kind: 'unknown' | 'not-kept' | 'kept' }
  | { kind: 'coming'; bytes: number }
  | { kind: 'failed'; trouble: KeepTrouble }

/** Keeps one episode on this device; begins at once when `begins`. */
export function useKeeping(episode: KeptEpisode, begins: boolean) {
  const [state, setState] = useState<Keeping>({ kind: 'unknown' })
  const leaving = useRef<AbortController | null>(null)
  const first = useRef(begins)
  const keep = async () => {
    const abort = new AbortController()
    leaving.current = abort
    setState({ kind: 'coming', bytes: 0 })
    try {
      await freeRoom()
      if (!(await hasRoom(episode.sound.sizeBytes))) return setState({ kind: 'failed', trouble: 'full' })
      askToStay()
      await startKeepWorker()
      const tell = (bytes: number) => abort.signal.aborted || setState({ kind: 'coming', bytes })
      await keepEpisode(episode, tell, abort.signal)
      setState({ kind: 'kept' })
    } catch (error) {
      setState(abort.signal.aborted ? { kind: 'not-kept' } : { kind: 'failed', trouble: troubleOf(error) })
    }
  }
  const begin = useRef(keep)
  useEffect(() => {
    if (first.current) {
      first.current = false
      void begin.current()
      return
    }
    const isKept = ({ guid }: KeptEpisode) => guid === episode.guid
    void listKept().then((all) => setState({ kind: all.some(isKept) ? 'kept' : 'not-kept' }))
  }, [episode.guid])
  useEffect(() => () => leaving.current?.abort(), [])
  const forget = async () => {
    await forgetEpisode(episode)
    await freeRoom()
    setState({ kind: 'not-kept' })
  }
  return { state, keep, forget, cancel: () => leaving.current?.abort() }
}
