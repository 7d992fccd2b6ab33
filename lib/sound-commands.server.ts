import { Stats } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { type Command, type Given, interruption, typedPath, whyNotWritten } from '#lib/console.server.ts'
import { probe, type SoundFacts } from '#lib/machine/ffmpeg-probe.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import type { MeterReading } from '#lib/master/mp3.ts'
import { normalisedEndings, normaliseSound } from '#lib/master/normalise.server.ts'
import { measureSound } from '#lib/sound/measure.server.ts'
import type { Measurement } from '#lib/sound/measurement.ts'
import { type SoundWarning, soundWarnings } from '#lib/sound/warnings.ts'
import { formatPlaceToTenth } from '#lib/time/place.ts'

/** Tells what a sound is: in words at a terminal, as JSON with --json or into a pipe. Needs no database and no server. */
export const measure: Command = async ({ files: [file], json, say }) => {
  if (!file) {
    say('Which file? npm run -s bobine -- measure FILE')
    return 2
  }
  const path = typedPath(file)
  if (!(await isFile(path))) {
    say(`There is no file to measure at ${path}`)
    return 1
  }
  try {
    const facts = await probe(path)
    const measured = await measureSound(path)
    const warnings = soundWarnings(measured, facts.durationMs)
    const { durationMs, integratedLufs, truePeakDbtp, lraLu } = measured
    if (json)
      say(
        JSON.stringify(
          { file, ...facts, durationMs, integratedLufs, truePeakDbtp, lraLu, warnings },
          null,
          2,
        ),
      )
    else for (const line of measureWords(file, facts, measured, warnings)) say(line)
    return 0
  } catch (error) {
    if (!isRefusal(error)) throw error
    const because = whyRefused(error.reason)
    say(
      json
        ? JSON.stringify({ file, refused: error.reason, because })
        : `${file} cannot be measured. ${because}`,
    )
    return 1
  }
}

/** Brings a sound to a loudness under a true peak, in a file of its own. Needs no database and no server. */
export const normalise: Command = async (given) => {
  const {
    files: [file],
    out,
    force,
    say,
  } = given
  const wrong = wrongTargets(given)
  if (!file || !out || wrong) {
    say(wrong ?? 'Which file, and where to? npm run -s bobine -- normalise FILE --lufs -16 --dbtp -1 -o OUT')
    return 2
  }
  const [path, target] = [typedPath(file), typedPath(out)]
  const no = (await isFile(path)) ? await whyNotTo(path, target, force) : `There is no sound at ${path}`
  if (no) {
    say(no)
    return 1
  }
  const { signal, forget } = interruption()
  try {
    const targets = { lufs: given.lufs ?? -16, dbtp: given.dbtp ?? -1 }
    const done = await normaliseSound(path, target, targets, signal)
    say(`before  ${levelWords(done.before)}`)
    say(`after   ${levelWords(done.after)}`)
    const limited = done.mostLimitedDb < -0.05 ? `, limited by at most ${figure(-done.mostLimitedDb)} dB` : ''
    say(`gain    ${done.gainDb < 0 ? '' : '+'}${figure(done.gainDb)} dB${limited}`)
    if (done.isShort)
      say(
        `note    It cannot be brought to ${targets.lufs} LUFS: more gain would only raise noise or crush it.`,
      )
    say(target)
    return 0
  } catch (error) {
    if (signal.aborted) return 130
    if (!isRefusal(error)) throw error
    say(`${file} cannot be normalised. ${whyRefused(error.reason)}`)
    return 1
  } finally {
    forget()
  }
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch((cause: unknown) => cause)
  return found instanceof Stats && found.isFile()
}

function wrongTargets({ lufs, dbtp }: Given): string | null {
  if (lufs !== null && !(lufs >= -40 && lufs <= -5)) return '--lufs is a loudness between -40 and -5.'
  if (dbtp !== null && !(dbtp >= -20 && dbtp <= 0)) return '--dbtp is a true peak between -20 and 0.'
  return null
}

async function whyNotTo(path: string, target: string, force: boolean): Promise<string | null> {
  if (!normalisedEndings.includes(extname(target).toLowerCase()))
    return `${target} should end in one of ${normalisedEndings.join(' ')}`
  const isSame = (await realpath(target).catch(() => null)) === (await realpath(path))
  return isSame ? 'The result must not take the place of the sound itself.' : whyNotWritten(target, force)
}

const figure = (value: number | null) => (value === null ? 'none' : value.toFixed(1))

function levelWords({ integratedLufs, lraLu, truePeakDbtp }: MeterReading): string {
  return `${figure(integratedLufs)} LUFS, range ${figure(lraLu)} LU, peak ${figure(truePeakDbtp)} dBTP`
}

function measureWords(
  file: string,
  facts: SoundFacts,
  measured: Measurement,
  warnings: readonly SoundWarning[],
): string[] {
  const channels = ['', 'mono', 'stereo'][facts.channels] ?? `${facts.channels} channels`
  const rate = facts.bitRate === null ? [] : [`${Math.round(facts.bitRate / 1000)} kb/s`]
  const format = [facts.codec, channels, `${facts.sampleRateHz / 1000} kHz`, ...rate].join(', ')
  return [
    file,
    `  format    ${format} (${facts.container})`,
    `  length    ${formatPlaceToTenth(measured.durationMs).replace(',', '.')}`,
    `  loudness  ${figure(measured.integratedLufs)} LUFS, range ${figure(measured.lraLu)} LU`,
    `  peak      ${figure(measured.truePeakDbtp)} dBTP`,
    ...warnings.map((warning) => `  note      ${warningWords[warning]}`),
  ]
}

const warningWords: Record<SoundWarning, string> = {
  clipped: 'It is distorted: the recording was too loud, and that cannot be mended.',
  low: 'It is low. It will be raised, and its background with it.',
  faint: 'It is very low. Raised to -16 LUFS, its hiss will be heard.',
  left: 'Only its left side sounds. It will be used as mono.',
  right: 'Only its right side sounds. It will be used as mono.',
  antiphase: 'One side is upside down: on a mono radio it would vanish. It will be put right.',
  silent: 'Nothing can be heard in it.',
  'no-loudness': 'It is too short, or too quiet, to have a loudness.',
  hot: 'Its peaks are above -1 dBTP: coded once more, they may distort.',
  'dc-offset': 'It is off centre (DC offset), which costs level.',
  'starts-late': 'It begins with silence.',
  'ends-late': 'It ends with silence.',
  'cut-short': 'It holds less sound than it announces: it was probably cut off.',
}

/** The reasons that a file at hand can have; the pages say them in French. */
function whyRefused(reason: string): string {
  return refusals[reason] ?? 'It holds a sound that the radio does not take.'
}

const refusals: Record<string, string> = {
  'sound.empty': 'The file is empty.',
  'sound.script': 'It is a playlist: it names sounds and holds none.',
  'sound.not-audio': 'It holds no sound that can be read.',
  'sound.damaged': 'It is damaged: it stops half-way.',
  'sound.silent': 'Nothing can be heard in it.',
  'sound.too-short': 'It is shorter than 0.4 s: too short to have a loudness.',
  'sound.too-long': 'It is longer than five hours.',
  'sound.channels': 'It has no channel, or more than eight.',
  'sound.sample-rate': 'Its sample rate is not between 8 and 192 kHz.',
}
