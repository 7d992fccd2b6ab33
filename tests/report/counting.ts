import { once } from 'node:events'
import { truncate, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { downloads, publications, publicFiles } from '#lib/db/schema.ts'
import { audioPath } from '#lib/publishing/addresses.ts'
import { publishEpisode } from '#lib/publishing/publishing.server.ts'
import { openDownloads } from '#lib/report/downloads.server.ts'
import { listenOnLoopback } from '#tests/machine/http-server.ts'
import { publicDoor } from '#tests/publishing/public-door.ts'
import type { radioOf } from '#tests/publishing/radio.ts'

export const antennaPod = 'AntennaPod/3.4.0'
export const deezer = 'Deezer/10.34 CFNetwork/1568 Darwin/24.0.0'

type Radio = Awaited<ReturnType<typeof radioOf>>
export type Sound = { episodeId: string; path: string; sizeBytes: number }
/** A web process of the radio, with its own memory of listeners. */
export type Process = Awaited<ReturnType<typeof openProcess>>

/** Answers listeners behind a proxy of ours; `now` is its clock. */
export async function openProcess(db: Db, radio: Radio, now: () => number = Date.now, trustProxy = true) {
  const counting = await openDownloads({ db, files: radio.house.files, trustProxy, now })
  const door = publicDoor({ db, ...radio.house, version: '0.1.0', soundAsked: counting.soundAsked })
  const answering = new Set<Promise<unknown>>()
  const web = await listenOnLoopback(async (request, response) => {
    const answer = door(request, response)
    answering.add(answer)
    return await answer.finally(() => answering.delete(answer))
  })

  /** A listener has all bytes, or is gone, before the radio knows that the answer is over. */
  async function settled() {
    await Promise.allSettled(answering)
    await counting.settled()
  }

  /** Asks as a listener does, and waits until it is counted or not. */
  async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
    const all = { 'User-Agent': antennaPod, 'X-Forwarded-For': '90.12.34.56', ...headers }
    const lines = Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : `${name}: ${value}`))
    const answer = await web.ask([`${method} ${path} HTTP/1.1`, ...lines].join('\n'))
    await settled()
    return answer
  }

  /** Reads about `bytes` bytes and goes, as somebody who changes their mind. */
  async function leaveAfter(path: string, bytes: number) {
    const socket = connect(web.port, '127.0.0.1')
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nUser-Agent: ${antennaPod}\r\n\r\n`)
    let read = 0
    for await (const piece of socket) {
      read += piece.length
      if (read >= bytes) break
    }
    socket.destroy()
    if (!socket.closed) await once(socket, 'close')
    await settled()
  }

  async function close() {
    await web.close()
    await counting.close()
  }
  return { ask, leaveAfter, counting, failures: web.failures, close }
}

/** A published episode of `seconds` seconds. */
export async function published(db: Db, radio: Radio, title: string, seconds = 90): Promise<Sound> {
  const { id, masterId } = await radio.episode(title, { seconds })
  await publishEpisode(db, radio.people.nadia, id, null, radio.house)
  const [file] = await db.select().from(publicFiles).where(eq(publicFiles.id, masterId))
  if (!file) throw new Error('no public file')
  return { episodeId: id, path: audioPath(masterId), sizeBytes: file.sizeBytes }
}

/** A file of 200 MB of which a minute is 40 MB, so that what lies in the network's buffers is far from enough. */
export async function enormous(db: Db, radio: Radio, title: string): Promise<Sound> {
  const sound = await published(db, radio, title)
  const { path } = radio.house.files
  const sizeBytes = 200_000_000
  const [file] = await db.select().from(publicFiles).where(eq(publicFiles.episodeId, sound.episodeId))
  const id = crypto.randomUUID()
  await writeFile(path(`masters/${id}.mp3`), '')
  await truncate(path(`masters/${id}.mp3`), sizeBytes)
  const row = { ...file, id, file: `masters/${id}.mp3`, type: 'audio/mpeg', sizeBytes, sha256: id }
  await db.insert(publicFiles).values({ ...row, episodeId: sound.episodeId, firstPublishedAt: new Date() })
  await db
    .update(publications)
    .set({ durationMs: 300_000 })
    .where(eq(publications.episodeId, sound.episodeId))
  return { ...sound, path: audioPath(id), sizeBytes }
}

/** What is written of an episode: app, day and count, nothing more. */
export async function countsOf(db: Db, { episodeId }: Sound) {
  const rows = await db.select().from(downloads).where(eq(downloads.episodeId, episodeId))
  return rows.map(({ day, app, count }) => `${day} ${app} ${count}`).sort((a, b) => a.localeCompare(b))
}
