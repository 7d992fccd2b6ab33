import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Address, Db } from '#lib/db/db.server.ts'
import { plainText } from '#lib/story/document.ts'
import { readText } from '#lib/story/text.server.ts'
import { openTypist, type Typist } from './typist.ts'

export type Toll = { kills: number; acknowledged: number; lost: number; doubled: number; ackMs: number[] }

/**
 * Two pages write while their server is killed −9 again and again at random moments. After each kill, before
 * the pages can send anything again, the disk must hold every word that a page could call kept, once.
 */
export async function typeUnderKills(given: {
  db: Db
  address: Address
  storyId: string
  memberIds: readonly string[]
  kills: number
}): Promise<Toll> {
  const toll: Toll = { kills: 0, acknowledged: 0, lost: 0, doubled: 0, ackMs: [] }
  let server = await startServer(given.address, '0')
  const pages = given.memberIds.map((memberId) => openTypist(server.url, given.storyId, memberId))
  const stop = new AbortController()
  const typing = pages.map((page, at) => typeOn(page, `p${at}`, stop.signal, toll.ackMs))
  while (toll.kills < given.kills) {
    await wait(150 + Math.random() * 450)
    const promised = pages.flatMap((page) => [...page.kept])
    server.child.kill('SIGKILL')
    await once(server.child, 'exit')
    toll.kills += 1
    count(toll, promised, plainText(await readText(given.db, given.storyId)))
    server = await startServer(given.address, new URL(server.url).port)
  }
  stop.abort()
  await Promise.all(typing)
  server.child.kill('SIGKILL')
  for (const page of pages) page.leave()
  return toll
}

function count(toll: Toll, promised: string[], text: string) {
  const times = Map.groupBy(text.split(/\s+/), (word) => word)
  toll.acknowledged = promised.length
  for (const word of promised) {
    const found = times.get(word)?.length ?? 0
    if (found === 0) toll.lost += 1
    if (found > 1) toll.doubled += 1
  }
}

async function typeOn(page: Typist, name: string, stop: AbortSignal, ackMs: number[]) {
  for (let n = 0; !stop.aborted; n += 1) {
    const word = `${name}-${n}`
    const at = performance.now()
    const wasConnected = page.provider.isSynced && !page.provider.hasUnsyncedChanges
    page.type(word)
    await wait(15 + Math.random() * 20)
    if (wasConnected && page.kept.has(word)) ackMs.push((page.keptAt.get(word) ?? at) - at)
  }
}

async function startServer(address: Address, port: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    [`${import.meta.dirname}/typing-server.ts`, JSON.stringify(address), port],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [line] = await once(child.stdout, 'data')
  return { child, url: String(line).trim() }
}
