// `node lib/machine/setup/run.mjs FILE args…`: runs a .ts of ours on Node 24, quietly.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureFfmpeg } from './ffmpeg.mjs'
import { launch } from './launch.mjs'
import { checkNode, ensurePackages, requireNode24 } from './packages.mjs'
import { root } from './tree.mjs'
import { conclude, makeVoice } from './voice.mjs'

/** Standard output stays the script's own; a missing ffmpeg is left for the script to tell. */
export function runScript(file, args) {
  return conclude(async () => {
    const voice = makeVoice({ out: process.stderr, quiet: true })
    checkNode()
    await ensurePackages(voice)
    const node = requireNode24()
    const tools = await ensureFfmpeg(voice, { mayInstall: false })
    return launch(node, resolve(root, file), args, tools ?? {})
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2)
  await runScript(file, args)
}
