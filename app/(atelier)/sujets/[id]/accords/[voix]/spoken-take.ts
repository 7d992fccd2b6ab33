import { closeMicrophone, type NoMicrophone, openMicrophone, recordedType } from '#app/_sound/microphone.ts'

/** Nobody needs a minute to say yes; a telephone in a pocket does not go on for ever. */
const MOST_MS = 60_000

export type SpokenTake = { stop: () => void; sound: Promise<Blob> }

/** Records one short sentence, from now until `stop`. It is no sound of the story: nothing keeps it but the answer. */
export async function recordSpoken(): Promise<SpokenTake | NoMicrophone> {
  const stream = await openMicrophone()
  if (typeof stream === 'string') return stream
  const { type } = recordedType()
  const recorder = new MediaRecorder(stream, {
    ...(type ? { mimeType: type } : {}),
    audioBitsPerSecond: 64_000,
  })
  const pieces: Blob[] = []
  recorder.ondataavailable = ({ data }) => pieces.push(data)
  const ended = new Promise((done) => recorder.addEventListener('stop', done, { once: true }))
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const limit = setTimeout(stop, MOST_MS)
  recorder.start()
  const sound = ended.then(() => {
    clearTimeout(limit)
    closeMicrophone(stream)
    return new Blob(pieces, { type })
  })
  return { stop, sound }
}
