import { createHash } from 'node:crypto'
import type { MasterItem } from '#lib/master/items.ts'
import { prepareSound } from '#lib/sound/prepare.server.ts'
import { type soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

// Glottal pulses through one moving formant, in syllables and sentences with hissed consonants: as far from
// its loudness to its peaks as a voice.
export const speech = (voice: number, db: number) => {
  const pulse = `exp(-300*mod(t,1/115))*sin(2*PI*(500+60*${voice}+200*sin(3*t))*mod(t,1/115))`
  const sentences = `pow(abs(sin(4.${voice}*t)),1.5)*gt(sin(t*0.9+${voice}),-0.5)`
  return `aevalsrc='0.9*${sentences}*${pulse}+0.03*random(0)*gt(sin(11*t),0.8)':s=48000,volume=${db}dB`
}
export const song = (seed: number) => `anoisesrc=r=44100:color=brown:seed=${seed}:a=0.8,tremolo=f=2:d=0.8`
const join = ['-filter_complex', '[0][1]join=inputs=2']

/** Recordings as they arrive, named by what is odd about them; ffmpeg arguments. */
export const oddSounds: Record<string, string[]> = {
  'studio.wav': synth(speech(1, -4), 21),
  'phone.m4a': [...synth(speech(2, -30), 17.777), '-ar', '44100', '-c:a', 'aac', '-b:a', '64k'],
  'street.mp3': [...synth(speech(3, -12), 15), ...synth(speech(3, -14), 15), ...join],
  'song.flac': [...synth(song(4), 20), ...synth(song(5), 20), ...join],
  'browser.webm': [...synth(speech(6, -20), 12), '-c:a', 'libopus', '-f', 'webm', '-live', '1'],
  'answering-machine.wav': [...synth(speech(7, -8), 10), '-ar', '8000', '-c:a', 'pcm_alaw'],
  'quiet.flac': synth(speech(8, -42), 16),
  'clipped.wav': synth(`${speech(9, 14)},asoftclip=type=hard`, 14),
  'left-only.wav': synth(`${speech(1, -10)},pan=stereo|c0=c0|c1=0*c0`, 12),
  'antiphase.wav': synth(`${speech(2, -10)},pan=stereo|c0=c0|c1=-1*c0`, 12),
  'hot-96k.wav': [...synth(`${speech(3, 12)}`, 12), '-ar', '96000', '-c:a', 'pcm_f32le'],
  'five-one.flac': synth(
    `${speech(4, -12)},pan=5.1|c0=0.7*c0|c1=0.5*c0|c2=c0|c3=0*c0|c4=0.3*c0|c5=0.3*c0`,
    12,
  ),
  'dc-offset.wav': synth(`${speech(5, -12)},dcshift=0.2`, 12),
  'loud-master.mp3': [...synth(`${song(6)},volume=14dB,alimiter=limit=0.99`, 20), '-b:a', '192k'],
  'sparse.ogg': synth(`${speech(6, -6)},volume='if(lt(mod(t,12),3),1,0)':eval=frame`, 36),
  'clicks.wav': synth("aevalsrc='0.9*lt(mod(t,0.5),0.002)+0.02*random(1)':s=48000", 15),
  'sine.wav': synth('sine=997:r=48000,volume=-6dB', 10),
  'bells.opus': [
    ...synth("aevalsrc='0.8*exp(-3*mod(t,2))*sin(880*2*PI*t)*sin(5*t)':s=48000", 16),
    '-c:a',
    'libopus',
  ],
  'short.wav': synth('sine=880:r=48000', 0.3),
}

/** Makes and prepares a recording, as a line of a rundown. */
export async function oddItem(sounds: ReturnType<typeof soundFolder>, name: string): Promise<MasterItem> {
  const item = await preparedItem(sounds, name, oddSounds[name] ?? [])
  return name === 'song.flac' ? { ...item, kind: 'music' } : item
}

/** The same of a sound that ffmpeg makes from `source`. */
export async function preparedItem(
  sounds: ReturnType<typeof soundFolder>,
  name: string,
  source: readonly string[],
): Promise<MasterItem> {
  const original = sounds.make(name, ...source)
  const { measurement, mezzanine } = await prepareSound(original, sounds.at(`of ${name}`))
  const { durationMs, subBlocks, waveform, truePeakDbtp, channels } = measurement
  const id = createHash('sha256').update(name).update(waveform).digest('hex')
  const figures = { durationMs, subBlocks, waveform, truePeakDbtp, channels: channels === 1 ? 1 : 2 } as const
  return {
    ...{ id: name, title: `« ${name} »`, who: '', kind: 'voice', barred: null, parts: [], offsetDb: 0 },
    ...{ fadeInMs: 0, fadeOutMs: 0, bed: null, joinMs: 0, sound: { id, file: mezzanine, ...figures } },
  }
}
