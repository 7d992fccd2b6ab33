import { type Moment, momentOf } from './hearing.ts'

/** How often one listens, milliseconds. */
export const momentMs = 100

/** Hears what comes in at a microphone, without keeping it. */
export type Ear = { moment: () => Moment; close: () => Promise<void> }

/** Listens at an open microphone. iPhones open the listening asleep: it is woken at once. */
export function openEar(stream: MediaStream): Ear {
  const context = new AudioContext()
  if (context.state !== 'running') void context.resume()
  const analyser = context.createAnalyser()
  analyser.fftSize = 4096
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  return {
    moment: () => {
      analyser.getFloatTimeDomainData(samples)
      return momentOf(samples)
    },
    close: () => context.close(),
  }
}
