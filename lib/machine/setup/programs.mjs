import { spawn } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './tree.mjs'

/**
 * Runs a program to its end and keeps what it printed. A program that cannot start gives code 127, as a
 * shell does. `tee` also shows the output as it comes.
 */
export function run(command, args, { env = process.env, cwd = root, tee, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env,
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
        if (tee) tee.write(chunk)
      })
    }
    child.on('error', (error) => resolve({ code: 127, text: String(error) }))
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 1, text: signal ? `${text}\nkilled by ${signal}` : text }),
    )
  })
}

/** The last lines a program printed. */
export function tail(text, lines = 30) {
  return text.trimEnd().split('\n').slice(-lines).join('\n')
}

/** The first of `names` found on PATH, or null. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return found.find(isProgram) ?? null
}

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
