import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own in memory, whose size changes under whoever writes on it. */
export type SmallDisk = {
  folder: string
  /** From now on only this many bytes more may be written. */
  squeeze: (spareBytes: number) => void
  /** Room again. */
  ease: () => void
  remove: () => void
}

/** Room enough for any master to begin: only what is written takes memory. */
const roomy = 4_000_000_000

/** Mounts a small disk; an Error says why this machine may not. */
export function mountSmallDisk(): SmallDisk | Error {
  const folder = mkdtempSync(join(tmpdir(), 'bobine-small-disk-'))
  const mount = (...options: string[]) => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'tmpfs', folder], { stdio: 'pipe' })
  }
  try {
    mount(`size=${roomy}`, 'mode=0755')
  } catch (error) {
    rmSync(folder, { recursive: true })
    return new Error('A small disk needs the right to mount one', { cause: error })
  }
  return {
    folder,
    squeeze: (spareBytes) => {
      for (let tries = 1; ; tries++) {
        const { blocks, bfree, bsize } = statfsSync(folder)
        try {
          return mount('remount', `size=${(blocks - bfree) * bsize + spareBytes}`)
        } catch (error) {
          // Somebody wrote more meanwhile than what was to be spared.
          if (tries === 20) throw error
        }
      }
    },
    ease: () => mount('remount', `size=${roomy}`),
    remove: () => {
      execFileSync('umount', [folder])
      rmSync(folder, { recursive: true })
    },
  }
}
