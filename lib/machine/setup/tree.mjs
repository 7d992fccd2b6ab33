import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout: package.json, lib, app, node_modules. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')

/** Where tools fetched on demand go, beside the radio's own data. */
export const toolsDir = join(resolve(root, process.env.BOBINE_DATA || 'data'), 'tools')

/** Hash over names and contents of files and folders of the checkout; a missing one counts as empty. */
export function hashOf(paths, salt = '') {
  const hash = createHash('sha256').update(salt)
  for (const path of paths) addTo(hash, join(root, path))
  return hash.digest('hex')
}

function addTo(hash, path) {
  if (!existsSync(path)) return
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name))
    return
  }
  hash.update(`\0${relative(root, path)}\0`).update(readFileSync(path))
}

/** The text of a file of the checkout, or null. */
export function readText(path) {
  const full = resolve(root, path)
  return existsSync(full) ? readFileSync(full, 'utf8') : null
}

/** Notes something in the checkout. One installed by root serves other users too: they look again each time. */
export function writeWhenAllowed(path, text) {
  try {
    writeFileSync(join(root, path), text)
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error
  }
}
