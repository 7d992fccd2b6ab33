import { barOf, type Heard, heardIn, type Moment } from './hearing.ts'
import { closeMicrophone, recordedType } from './microphone.ts'
import { type Ear, momentMs, openEar } from './microphone-ear.ts'
import { holdTake, type Take, writePiece, writeTake } from './take-shelf.ts'

export type Recording = {
  state: 'recording' | 'paused' | 'stopped'
  ms: number
  heard: Heard | null
  /** 0–1, for the bar. */
  bar: number
  /** Every second so far is on this device. */
  isSafe: boolean
  /** It ended by itself: a call came, or the microphone was unplugged. */
  wasCut: boolean
  /** Something else has the microphone, a call most often: the take waits. */
  isTaken: boolean
}
type Whose = Pick<Take, 'memberId' | 'storyId' | 'name' | 'passage' | 'isChosen'>

/**
 * One take from the first second to the last. Every second is kept on the device before the next one is
 * over; in memory too, so that a device that keeps nothing still records.
 */
export class TakeRecorder {
  readonly take: Take
  private recording: Recording = {
    state: 'recording',
    ms: 0,
    heard: null,
    bar: 0,
    isSafe: true,
    wasCut: false,
    isTaken: false,
  }
  private readonly listeners = new Set<() => void>()
  private readonly pieces: Blob[] = []
  private readonly moments: Moment[] = []
  private readonly recorder: MediaRecorder
  private readonly ear: Ear
  private readonly stream: MediaStream
  private readonly left = new AbortController()
  private readonly ticking: ReturnType<typeof setInterval>
  private readonly released = Promise.withResolvers<void>()
  private writing: Promise<void>
  /** Recorded before the last pause ended. */
  private msBefore = 0
  private resumedAt = performance.now()

  constructor(stream: MediaStream, whose: Whose) {
    const { type, ending } = recordedType()
    this.stream = stream
    const name = `${whose.name}.${ending}`
    this.take = { ...whose, name, id: crypto.randomUUID(), type, startedAt: Date.now(), ms: 0, kept: false }
    this.recorder = new MediaRecorder(stream, {
      ...(type ? { mimeType: type } : {}),
      audioBitsPerSecond: 128_000,
    })
    void holdTake(this.take.id, () => this.released.promise)
    this.writing = this.safely(() => writeTake(this.take))
    this.recorder.ondataavailable = ({ data }) => this.keep(data)
    this.recorder.onerror = () => this.cut()
    this.ear = openEar(stream)
    this.ticking = setInterval(() => this.tick(), momentMs)
    this.watch()
    this.recorder.start(1000)
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly current = () => this.recording

  pause() {
    this.recorder.pause()
    this.show({ state: 'paused', ms: this.elapsed(), bar: 0 })
  }

  resume() {
    this.msBefore = this.recording.ms
    this.resumedAt = performance.now()
    this.recorder.resume()
    this.show({ state: 'recording' })
  }

  /** Ends the take; resolves with its sound once the last piece is on the device. */
  async stop(): Promise<Blob> {
    if (this.recording.state !== 'stopped') await this.end(false)
    await this.writing
    return new Blob(this.pieces, { type: this.take.type })
  }

  /** A call mutes the microphone, an unplugged one ends; a page that is put away may never come back. */
  private watch() {
    const { signal } = this.left
    const [track] = this.stream.getAudioTracks()
    track?.addEventListener('ended', () => this.cut(), { signal })
    track?.addEventListener('mute', () => this.wait(), { signal })
    track?.addEventListener('unmute', () => this.show({ isTaken: false }), { signal })
    document.addEventListener('visibilitychange', () => document.hidden && this.flush(), { signal })
    window.addEventListener('pagehide', () => this.flush(), { signal })
  }

  private cut() {
    if (this.recording.state !== 'stopped') void this.end(true)
  }

  private wait() {
    if (this.recording.state === 'recording') this.pause()
    this.show({ isTaken: true })
  }

  private flush() {
    if (this.recorder.state === 'recording') this.recorder.requestData()
  }

  private async end(wasCut: boolean) {
    const ms = this.elapsed()
    this.take.ms = ms
    this.show({ state: 'stopped', ms, bar: 0, wasCut })
    clearInterval(this.ticking)
    this.left.abort()
    if (this.recorder.state !== 'inactive') {
      const ended = new Promise((done) => this.recorder.addEventListener('stop', done, { once: true }))
      this.recorder.stop()
      await ended
    }
    closeMicrophone(this.stream)
    await this.ear.close()
    this.writing = this.writing.then(() => this.safely(() => writeTake(this.take)))
    await this.writing
    this.released.resolve()
  }

  private keep(data: Blob) {
    if (data.size === 0) return
    const index = this.pieces.push(data) - 1
    this.take.ms = Math.max(this.take.ms, this.elapsed())
    this.writing = this.writing.then(() =>
      this.safely(async () => {
        await writePiece({ takeId: this.take.id, index, bytes: await data.arrayBuffer() })
        await writeTake(this.take)
      }),
    )
  }

  private async safely(write: () => Promise<void>) {
    try {
      await write()
    } catch {
      this.show({ isSafe: false })
    }
  }

  private tick() {
    if (this.recording.state !== 'recording') return
    const moment = this.ear.moment()
    this.moments.push(moment)
    if (this.moments.length > 60) this.moments.shift()
    // The words change every other second at most: nobody reads faster.
    const speaks = Math.floor(this.elapsed() / momentMs) % 20 === 0 || this.recording.heard === null
    const heard = speaks ? heardIn(this.moments) : this.recording.heard
    this.show({ ms: this.elapsed(), bar: barOf(moment), heard })
  }

  private elapsed(): number {
    if (this.recording.state !== 'recording') return this.recording.ms
    return this.msBefore + performance.now() - this.resumedAt
  }

  private show(change: Partial<Recording>) {
    this.recording = { ...this.recording, ...change }
    for (const listener of this.listeners) listener()
  }
}
