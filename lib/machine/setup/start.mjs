// `npm start` and `npm run dev`: everything between a fresh clone and lib/server.ts.
import { ensureBuild } from './build.mjs'
import { ensureFfmpeg } from './ffmpeg.mjs'
import { launch } from './launch.mjs'
import { checkNode, ensurePackages, requireNode24 } from './packages.mjs'
import { root } from './tree.mjs'
import { conclude, makeVoice } from './voice.mjs'

await conclude(async () => {
  const args = process.argv.slice(2)
  const isDev = args.includes('--dev')
  const voice = makeVoice()
  checkNode()
  await ensurePackages(voice)
  const node = requireNode24()
  const tools = await ensureFfmpeg(voice)
  if (!isDev) await ensureBuild(voice, node)
  process.chdir(root)
  return launch(node, 'lib/server.ts', args, { NODE_ENV: isDev ? 'development' : 'production', ...tools })
})
