import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { isProgram, onPath, run, tail } from './programs.mjs'
import { hashOf, readText, root, writeWhenAllowed } from './tree.mjs'
import { SetupError } from './voice.mjs'

const stamp = 'node_modules/.bobine-lock'

/** Installs what package-lock.json names, when node_modules is missing or of another lock. */
export async function ensurePackages(voice) {
  const wanted = hashOf(['package-lock.json'])
  if (readText(stamp) === wanted) return voice.told('packages', 'up to date')
  if (isInstalled()) {
    voice.told('packages', 'up to date')
  } else {
    await voice.during('packages', 'installing (npm ci)', install)
  }
  writeWhenAllowed(stamp, wanted)
}

/** An install made by hand counts: npm leaves what it installed in a lock of its own. */
function isInstalled() {
  const hidden = readText('node_modules/.package-lock.json')
  if (hidden === null || !node24()) return false
  const there = JSON.parse(hidden).packages
  const wanted = Object.entries(JSON.parse(readText('package-lock.json')).packages)
  return wanted.every(([path, { integrity, optional }]) => {
    if (path === '' || (optional && !there[path])) return true
    return there[path]?.integrity === integrity
  })
}

async function install() {
  const npm = npmCommand()
  // The Node that runs npm may be older than the one we bring: its engine warnings would only worry.
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-progress']
  const done = await run(npm[0], [...npm.slice(1), 'ci', '--include=dev', '--include=optional', ...quiet])
  if (done.code === 0) return
  throw new SetupError(
    `${tail(done.text, 15)}\n\nInstalling the packages failed. Check the network (or your npm proxy settings) and the free space of the disk, then run the same command again.`,
  )
}

/** npm as it was called, else the one on PATH. */
export function npmCommand() {
  const script = process.env.npm_execpath
  if (script?.endsWith('npm-cli.js') && existsSync(script)) return [process.execPath, script]
  const npm = onPath('npm')
  if (npm) return [npm]
  throw new SetupError('npm was not found. Install Node.js 20.9 or newer with npm, from https://nodejs.org.')
}

/** The Node 24 that npm brought for this machine, else the running one when it is new enough, else null. */
function node24() {
  const brought = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node')
  if (isProgram(brought)) return brought
  return Number.parseInt(process.versions.node, 10) >= 24 ? process.execPath : null
}

export function requireNode24() {
  const node = node24()
  if (node) return node
  throw new SetupError(
    `Node.js 24 is needed and npm has none for ${process.platform}-${process.arch}. Install Node.js 24 from https://nodejs.org, then run the same command again.`,
  )
}

/** Our environment with Node 24 first on PATH, for every program we start. */
export function environmentFor(node, extra = {}) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`, ...extra }
}

/** Stops on a Node that npm ci or our own set-up cannot run on. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 9)) return
  throw new SetupError(
    `La Bobine needs Node.js 20.9 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  )
}
