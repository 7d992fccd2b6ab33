import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { environmentFor } from './packages.mjs'
import { run, tail } from './programs.mjs'
import { hashOf, readText, root } from './tree.mjs'
import { SetupError } from './voice.mjs'

// Not tsconfig.json: Next itself writes in it while building.
const sources = ['app', 'lib', 'public', 'package.json', 'package-lock.json']
const settings = ['next.config.mjs', 'next.config.ts', 'postcss.config.mjs']
const dist = resolve(root, process.env.BOBINE_DIST || '.next')
const stamp = join(dist, 'bobine-sources')

/** Builds the pages when there is no build or it is of other sources. */
export async function ensureBuild(voice, node) {
  const wanted = hashOf([...sources, ...settings], node)
  if (readText(stamp) === wanted && readText(join(dist, 'BUILD_ID'))) return voice.told('pages', 'up to date')
  rmSync(stamp, { force: true })
  const env = environmentFor(node, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' })
  const done = await voice.during('pages', 'building, about a minute', () =>
    run(node, ['node_modules/next/dist/bin/next', 'build'], { env }),
  )
  if (done.code !== 0) throw new SetupError(`${tail(done.text)}\n\n${remedy(done.text)}`)
  mkdirSync(dist, { recursive: true })
  writeFileSync(stamp, wanted)
}

function remedy(text) {
  if (text.includes('ENOSPC'))
    return 'Building the pages failed: the disk is full. Free some space, then start again.'
  if (/EACCES|EROFS/.test(text)) {
    return `Building the pages failed: ${dist} cannot be written. Give yourself the right to, or set BOBINE_DIST to a directory inside the checkout that you own.`
  }
  return 'Building the pages failed; the lines above say where. If you changed nothing, remove node_modules and start again (about 1 GB of memory and 1 GB of disk must be free).'
}
