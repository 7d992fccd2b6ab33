import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { environmentFor } from './packages.mjs'
import { readText, root } from './tree.mjs'

const leash = join(root, 'lib/machine/setup/leash.mjs')

/** Runs a script on Node 24 in our place: same console, signals passed on, its exit code is ours. */
export function launch(node, script, args, env) {
  const child = spawn(node, ['--import', leash, script, ...args], {
    cwd: process.cwd(),
    env: environmentFor(node, { ...env, BOBINE_LAUNCHER: String(process.pid) }),
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
  })
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGUSR2']) process.on(signal, () => child.kill(signal))
  // On a terminal Ctrl-C reaches the child by itself; passing it on would count as a second one.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  const watch = watchNpm(() => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

/** npm killed −9 tells nobody: the shell it started us from, or we ourselves, only get another parent. */
function watchNpm(whenGone) {
  if (!process.env.npm_lifecycle_event) return undefined
  const shell = nameOf(process.ppid).startsWith('npm') ? null : process.ppid
  const npm = shell && parentOf(shell)
  const parent = process.ppid
  const isGone = () => process.ppid !== parent || (shell && parentOf(shell) !== npm)
  return setInterval(() => isGone() && whenGone(), 500).unref()
}

/** The kernel's name of a process, and its parent; empty where there is no /proc. */
const nameOf = (pid) => readText(`/proc/${pid}/comm`) ?? ''
const parentOf = (pid) => readText(`/proc/${pid}/status`)?.match(/^PPid:\s*(\d+)/m)?.[1] ?? ''
