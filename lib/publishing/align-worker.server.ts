import { parentPort } from 'node:worker_threads'
import { sentenceTimes } from './sentence-times.ts'
import { speechFeatures } from './speech-features.ts'
import { openVoice, speak } from './synthetic-voice.server.ts'

// A thread of its own: a chapter takes seconds of arithmetic, during which nobody may wait for a page.

/** `samples` at `featureRateHz`, one channel; sentences as they are said. */
export type AlignQuestion = { samples: Float32Array; sentences: readonly string[] }

const voice = openVoice()

parentPort?.on('message', async ({ samples, sentences }: AlignQuestion) => {
  const script = speak(await voice, sentences)
  parentPort?.postMessage(sentenceTimes(speechFeatures(samples), script))
})
