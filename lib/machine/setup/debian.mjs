import { onPath, run, tail } from './programs.mjs'
import { readText } from './tree.mjs'
import { SetupError } from './voice.mjs'

/** 'debian', 'ubuntu', … when we may install its packages (apt-get there, and we are root), else null. */
export function aptDistribution() {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return null
  const release = readText('/etc/os-release') ?? ''
  const named = (key) => release.match(new RegExp(`^${key}="?([^"\n]*)"?$`, 'm'))?.[1] ?? ''
  return (
    [named('ID'), ...named('ID_LIKE').split(' ')].find((id) => id === 'debian' || id === 'ubuntu') ?? null
  )
}

/** Installs Debian packages; false, with the reason told, when apt-get refuses. */
export async function aptInstall(voice, name, packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  const done = await voice.during(name, `installing Debian's ${packages.join(', ')} (apt-get)`, async () => {
    const updated = await run('apt-get', [...wait, 'update'], { env })
    if (updated.code !== 0) return updated
    return run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], { env })
  })
  if (done.code !== 0) voice.told(name, `apt-get could not: ${tail(done.text, 3)}`)
  return done.code === 0
}

/** A sentence that names the package for the reader's own system. */
export function installYourself(what, debianPackage) {
  return new SetupError(
    `${what} is missing and could not be installed by itself. On Debian or Ubuntu: sudo apt-get install ${debianPackage}. Then run the same command again.`,
  )
}
