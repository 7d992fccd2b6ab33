import type { AloudStretch } from './aloud-text.ts'

export type AloudState = 'reading' | 'paused' | 'over'

/**
 * Reads stretches one after the other with the device's own French voice. One utterance at a time: browsers stop in the
 * middle of long queues, and on Android a pause of the browser's own never ends. A pause here forgets the sentence and
 * begins it again.
 */
export class AloudReader {
  private at = 0
  /** Raised at each start and stop: what an utterance tells after that is of the past. */
  private round = 0
  /** Held here, as Chromium forgets an utterance that nobody holds, and never tells its end. */
  private utterance: SpeechSynthesisUtterance | null = null
  private readonly stretches: readonly AloudStretch[]
  private readonly tell: (state: AloudState, now: Range | null) => void
  private rate: number

  constructor(
    stretches: readonly AloudStretch[],
    rate: number,
    tell: (state: AloudState, now: Range | null) => void,
  ) {
    this.stretches = stretches
    this.rate = rate
    this.tell = tell
  }

  read() {
    this.round += 1
    speechSynthesis.cancel()
    this.say(this.round)
  }

  pause() {
    this.hush()
    this.tell('paused', this.stretches[this.at]?.range ?? null)
  }

  stop() {
    this.hush()
    this.tell('over', null)
  }

  /** 1 is the voice's own speed. */
  setRate(rate: number, isReading: boolean) {
    this.rate = rate
    if (isReading) this.read()
  }

  private hush() {
    this.round += 1
    speechSynthesis.cancel()
  }

  private say(round: number) {
    const stretch = this.stretches[this.at]
    if (!stretch) return this.stop()
    const utterance = new SpeechSynthesisUtterance(stretch.say)
    const voice = frenchVoice()
    if (voice) utterance.voice = voice
    utterance.lang = voice?.lang ?? 'fr-FR'
    utterance.rate = this.rate
    const next = () => {
      if (round !== this.round) return
      this.at += 1
      this.say(round)
    }
    utterance.onend = next
    utterance.onerror = () => {
      if (round === this.round) this.stop()
    }
    this.utterance = utterance
    this.tell('reading', stretch.range)
    speechSynthesis.speak(this.utterance)
  }
}

/** A voice on the device itself before one that needs the network. */
function frenchVoice(): SpeechSynthesisVoice | null {
  const french = speechSynthesis.getVoices().filter(({ lang }) => /^fr/i.test(lang))
  return french.find(({ localService }) => localService) ?? french[0] ?? null
}
