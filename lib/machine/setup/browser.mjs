import { aptDistribution, aptInstall, installYourself } from './debian.mjs'
import { environmentFor } from './packages.mjs'
import { onPath, run, tail } from './programs.mjs'

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome']

/** The Chromium for the browser tests: an installed one, else Debian's, else Playwright's download. */
export async function ensureBrowser(voice, node) {
  const installed = await firstThatRuns([process.env.CHROMIUM_PATH, ...names.map((name) => onPath(name))])
  const found =
    installed ?? (await playwrights(node)) ?? (await debians(voice)) ?? (await download(voice, node))
  if (!found) throw installYourself('A Chromium or Chrome for the browser tests', 'chromium')
  voice.told('browser', found)
  return { CHROMIUM_PATH: found }
}

/** Ubuntu's chromium-browser is a stub that only points to a snap: seen on PATH, it still does not run. */
async function firstThatRuns(paths) {
  for (const path of paths.filter(Boolean)) {
    const { code, text } = await run(path, ['--version'], { timeoutMs: 20_000 })
    if (code === 0 && /Chrom/.test(text)) return path
  }
  return null
}

async function debians(voice) {
  if (aptDistribution() !== 'debian') return null
  const done = await aptInstall(voice, 'browser', ['chromium'])
  return done ? firstThatRuns([onPath('chromium')]) : null
}

async function download(voice, node) {
  const args = [
    'node_modules/playwright/cli.js',
    'install',
    ...(aptDistribution() ? ['--with-deps'] : []),
    'chromium',
  ]
  const done = await voice.during('browser', "downloading Playwright's Chromium", () =>
    run(node, args, { env: environmentFor(node) }),
  )
  if (done.code !== 0) voice.told('browser', `the download failed: ${tail(done.text, 3)}`)
  return playwrights(node)
}

/** Where Playwright keeps, or would keep, its own. */
async function playwrights(node) {
  const ask = "import('playwright').then(({ chromium }) => process.stdout.write(chromium.executablePath()))"
  const { code, text } = await run(node, ['-e', ask])
  return code === 0 ? firstThatRuns([text]) : null
}
