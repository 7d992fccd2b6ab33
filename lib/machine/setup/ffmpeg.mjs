import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { aptDistribution, aptInstall, installYourself } from './debian.mjs'
import { fetchedFfmpeg, fetchFfmpeg } from './fetched-ffmpeg.mjs'
import { onPath, run } from './programs.mjs'
import { readText, writeWhenAllowed } from './tree.mjs'
import { SetupError } from './voice.mjs'

/** The ffmpeg and ffprobe that La Bobine will use, installed when `mayInstall` and none serves; else null. */
export async function ensureFfmpeg(voice, { mayInstall = true } = {}) {
  const found = (await chosenByHand()) ?? (await firstThatServes(systemPair(), fetchedFfmpeg()))
  if (found) return tell(voice, found)
  if (!mayInstall) return null
  if (aptDistribution() && (await aptInstall(voice, 'ffmpeg', ['ffmpeg']))) {
    const installed = await firstThatServes(systemPair())
    if (installed) return tell(voice, installed)
  }
  const fetched = await firstThatServes(await fetchFfmpeg(voice))
  if (fetched) return tell(voice, fetched)
  throw installYourself('ffmpeg (5.1 or newer, with libmp3lame, libopus and the ebur128 filter)', 'ffmpeg')
}

function tell(voice, pair) {
  voice.told('ffmpeg', `${pair.version} (${pair.ffmpeg})`)
  return { FFMPEG_PATH: pair.ffmpeg, FFPROBE_PATH: pair.ffprobe }
}

/** FFMPEG_PATH is an order: one that does not serve stops us instead of being passed over. */
async function chosenByHand() {
  const ffmpeg = process.env.FFMPEG_PATH
  if (!ffmpeg) return null
  const pair = { ffmpeg, ffprobe: process.env.FFPROBE_PATH || join(dirname(ffmpeg), 'ffprobe') }
  const known = await inspect(pair)
  if (known.lacks.length === 0) return { ...pair, ...known }
  throw new SetupError(
    `FFMPEG_PATH=${ffmpeg} does not serve: ${known.lacks.join(', ')}. Point it (and FFPROBE_PATH) to ffmpeg 5.1 or newer, or unset it.`,
  )
}

function systemPair() {
  const ffmpeg = onPath('ffmpeg')
  const ffprobe = process.env.FFPROBE_PATH || onPath('ffprobe')
  return ffmpeg && ffprobe ? { ffmpeg, ffprobe } : null
}

async function firstThatServes(...pairs) {
  for (const pair of pairs.filter(Boolean)) {
    const known = await inspect(pair)
    if (known.lacks.length === 0) return { ...pair, ...known }
  }
  return null
}

/** What a pair is, and what it lacks for our work: `lacks` is empty when it serves. */
async function inspect(pair) {
  const key = [pair.ffmpeg, pair.ffprobe].map(fingerprint).join(' ')
  const remembered = JSON.parse(readText(memory) ?? 'null')
  if (remembered?.key === key) return remembered.known
  const known = await question(pair)
  if (known.lacks.length === 0) writeWhenAllowed(memory, JSON.stringify({ key, known }))
  return known
}

/** Asking takes half of a warm start, so the answer is kept while the programs are the same files. */
const memory = 'node_modules/.bobine-ffmpeg'

function fingerprint(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  return `${path}:${found?.size}:${found?.mtimeMs}`
}

async function question({ ffmpeg, ffprobe }) {
  const ask = (program, ...args) => run(program, ['-hide_banner', ...args])
  const [about, encoders, filters, probe] = await Promise.all([
    ask(ffmpeg, '-version'),
    ask(ffmpeg, '-encoders'),
    ask(ffmpeg, '-filters'),
    ask(ffprobe, '-version'),
  ])
  const version = about.text.match(/^ffmpeg version n?(\S+)/)?.[1] ?? '?'
  const lacks = []
  if (about.code !== 0) lacks.push('it does not run')
  else if (isTooOld(version)) lacks.push(`version ${version} is older than 5.1`)
  if (probe.code !== 0) lacks.push(`${ffprobe} does not run`)
  for (const encoder of ['libmp3lame', 'libopus'])
    if (!encoders.text.includes(` ${encoder} `)) lacks.push(`no ${encoder}`)
  if (!filters.text.includes(' ebur128 ')) lacks.push('no ebur128')
  return { version, lacks }
}

/** Builds from a repository carry a commit for a version (N-12345-g…); those are judged by what they can do. */
export function isTooOld(version) {
  const [, major, minor] = version.match(/^(\d+)\.(\d+)/)?.map(Number) ?? []
  return major !== undefined && (major < 5 || (major === 5 && minor < 1))
}
