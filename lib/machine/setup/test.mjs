// `npm test`, and `npm run test:quick` without the build, the browser and what `*.slow.test.ts` holds.
import { ensureBrowser } from './browser.mjs'
import { ensureBuild } from './build.mjs'
import { ensureFfmpeg } from './ffmpeg.mjs'
import { checkNode, ensurePackages, environmentFor, requireNode24 } from './packages.mjs'
import { run } from './programs.mjs'
import { check, closingLine, countPlaywright, countVitest, suite } from './runners.mjs'
import { root } from './tree.mjs'
import { conclude, makeVoice } from './voice.mjs'

await conclude(async () => {
  const isQuick = process.argv.includes('--quick')
  const voice = makeVoice()
  process.chdir(root)
  checkNode()
  await ensurePackages(voice)
  const node = requireNode24()
  const tools = await ensureFfmpeg(voice)
  const browser = isQuick ? {} : await ensureBrowser(voice, node)
  const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }
  const kind = isQuick ? { BOBINE_TESTS: 'quick' } : {}
  const env = environmentFor(node, { ...tools, ...browser, ...color, ...kind, NEXT_TELEMETRY_DISABLED: '1' })
  const results = await checks(node, env)
  // Tests that start the whole radio need its pages too.
  const isBuilt = !isQuick && (await build(voice, node))
  results.push(await vitest(node, env))
  if (!isQuick) results.push(isBuilt ? await browserTests(node, env) : unbuilt)
  for (const { name, failed } of results) if (failed > 0) process.stdout.write(`\nFailed: ${name}`)
  process.stdout.write(`\n\n${closingLine(results)}\n`)
  return results.some(({ failed }) => failed > 0) ? 1 : 0
})

/** The type check needs what Next writes for it, which git does not keep. */
async function checks(node, env) {
  await run(node, ['node_modules/next/dist/bin/next', 'typegen'], { env })
  return Promise.all([
    check('types', node, ['node_modules/typescript/bin/tsc', '--noEmit'], env),
    check('lint and format', node, ['node_modules/@biomejs/biome/bin/biome', 'check', '.'], env),
  ])
}

function vitest(node, env) {
  const args = (report) => [
    ...['node_modules/vitest/vitest.mjs', 'run', '-c', 'tests/vitest.config.ts'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]
  return suite('unit and integration tests', node, args, env, countVitest)
}

/** A build that fails is told and counted; without one there is nothing to open in a browser. */
const unbuilt = { name: 'build, so no browser test ran', passed: 0, failed: 1, skipped: 0 }

async function build(voice, node) {
  process.stdout.write('\n')
  try {
    await ensureBuild(voice, node)
    return true
  } catch (error) {
    process.stdout.write(`${error.message}\n`)
    return false
  }
}

function browserTests(node, env) {
  const playwright = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts']
  return suite('browser tests', node, () => [...playwright, '--reporter=list,json'], env, countPlaywright)
}
