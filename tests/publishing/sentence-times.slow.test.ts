import { describe, expect, test } from 'vitest'
import { isTrusted, type SpokenScript, sentenceTimes, trusted } from '#lib/publishing/sentence-times.ts'
import { speechFeatures } from '#lib/publishing/speech-features.ts'
import { openVoice, speak } from '#lib/publishing/synthetic-voice.server.ts'
import { otherScript, readings, record, script } from './readings.ts'

let spoken: Promise<{ right: SpokenScript; wrong: SpokenScript }> | null = null
const scripts = () => {
  spoken ??= openVoice().then((voice) => ({ right: speak(voice, script), wrong: speak(voice, otherScript) }))
  return spoken
}

describe.each(readings)('$name', (reading) => {
  test('each sentence is found where it begins, and what was left out is not', async () => {
    const { samples, startsMs, addedMs } = await record(reading)
    const found = sentenceTimes(speechFeatures(samples), (await scripts()).right)
    expect(isTrusted(found)).toBe(true)
    startsMs.forEach((startMs, k) => {
      const sentence = found.sentences[k] ?? null
      if (startMs === null) expect(sentence?.confidence ?? 0, script[k]).toBeLessThan(trusted)
      else expect(Math.abs((sentence?.startMs ?? -1e9) - startMs), script[k]).toBeLessThan(250)
    })
    if (!addedMs) return
    const [from, to] = addedMs
    const told = found.unscripted.find(({ startMs, endMs }) => startMs < to && endMs > from)
    expect(told?.startMs).toBeGreaterThan(from - 1500)
    expect(told?.endMs).toBeLessThan(to + 1000)
  })

  test('another text is not taken for it', async () => {
    const { samples } = await record(reading)
    expect(isTrusted(sentenceTimes(speechFeatures(samples), (await scripts()).wrong))).toBe(false)
  })
})

test('silence holds no sentence', async () => {
  const { right } = await scripts()
  expect(isTrusted(sentenceTimes(speechFeatures(new Float32Array(160_000)), right))).toBe(false)
})

test('no sound and no text are no error', async () => {
  const { right } = await scripts()
  expect(
    sentenceTimes(speechFeatures(new Float32Array(0)), right).sentences.every((one) => one === null),
  ).toBe(true)
  expect(
    sentenceTimes(speechFeatures(new Float32Array(16_000)), { ...right, lengths: [] }).sentences,
  ).toEqual([])
})
