import { execFile } from 'node:child_process'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Db } from '#lib/db/db.server.ts'
import { type ImagingKind, shows } from '#lib/db/schema.ts'
import { openFiles } from '#lib/machine/files.server.ts'
import { type Master, readMasters } from '#lib/master/master.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { addMember } from '#lib/people/members.server.ts'
import { addItem, type NewLine } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { prepareClip } from '#lib/sound/prepare-clip.server.ts'
import { receiveClip } from '#lib/sound/sound.server.ts'

export const never = new AbortController().signal

/** A radio that makes masters: one show, its coordination, and a data directory of its own unless one is given. */
export async function openStudio(db: Db, dataDir?: string) {
  const room = await realpath(await mkdtemp(join(tmpdir(), 'bobine-studio-')))
  const files = await openFiles(dataDir ?? join(room, 'data'))
  const memberId = await addMember(db, 'console', {
    ...{ name: 'Nadia', role: 'coordination', houseId: null, email: null },
  })
  const nadia: Actor = { memberId, name: 'Nadia', role: 'coordination', houseId: null, sessionId: 's' }
  await db.insert(shows).values({ name: 'La Bobine' })
  return {
    files,
    nadia,
    /** Makes a sound of ffmpeg's `source` and takes it in, prepared. Answers its id. */
    async record(name: string, source: string, imaging: ImagingKind | null = null): Promise<string> {
      const path = join(room, name)
      const tool = process.env.FFMPEG_PATH || 'ffmpeg'
      await promisify(execFile)(tool, ['-v', 'error', '-f', 'lavfi', '-i', source, '-ac', '1', path])
      const clipId = await receiveClip(db, nadia, path, { name, title: name, imaging })
      await rm(path)
      await prepareClip(db, clipId, never)
      return clipId
    },
    /** A new episode with these lines. */
    async plan(lines: readonly NewLine[]): Promise<string> {
      const episodeId = await planNextEpisode(db, nadia, new Date())
      for (const line of lines) await addItem(db, nadia, episodeId, line)
      return episodeId
    },
    async master(id: string, episodeId: string): Promise<Master> {
      const found = (await readMasters(db, nadia, episodeId)).find((one) => one.id === id)
      if (!found) throw new Error('no master')
      return found
    },
    close: () => rm(room, { recursive: true, force: true }),
  }
}

export type Studio = Awaited<ReturnType<typeof openStudio>>
