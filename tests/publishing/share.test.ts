import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/people/can.ts'
import { printPoster } from '#lib/publishing/print-poster.server.ts'
import { publishEpisode } from '#lib/publishing/publishing.server.ts'
import { serveShare } from '#lib/publishing/share.server.ts'
import { readShareKit } from '#lib/publishing/share-kit.server.ts'
import { testDatabase } from '#tests/database.ts'
import { listenOnLoopback } from '#tests/machine/http-server.ts'
import { baseUrl, radioOf } from './radio.ts'

const database = testDatabase({ jobs: true })
let radio: Awaited<ReturnType<typeof radioOf>>
let web: Awaited<ReturnType<typeof listenOnLoopback>>
let visitor: Actor | null = null
beforeAll(async () => {
  radio = await radioOf(database.db)
  web = await listenOnLoopback((request, response) =>
    serveShare(request, response, {
      ...{ db: database.db, files: radio.house.files, baseUrl },
      findActor: async () => visitor,
    }),
  )
})
afterAll(async () => {
  await web.close()
  await radio.close()
  expect(web.failures).toEqual([])
})

const get = async (actor: Actor | null, path: string) => {
  visitor = actor
  return await web.ask(`GET ${path} HTTP/1.1`)
}

describe('what helps to share', () => {
  test('is there for the coordination once the episode is published', async () => {
    const { id, slug } = await radio.episode('À faire connaître')
    const { nadia, denise } = radio.people
    expect(await readShareKit(database.db, nadia, id, baseUrl)).toBeNull()
    expect((await get(nadia, `/partage/${id}/affiche.pdf`)).status).toBe(404)
    await publishEpisode(database.db, nadia, id, null, radio.house)
    const kit = await readShareKit(database.db, nadia, id, baseUrl)
    expect(kit?.texts.short).toContain(`${baseUrl}/emissions/${slug}`)
    expect(kit?.embed).toContain(`${baseUrl}/emissions/${slug}/lecteur`)
    const poster = await get(nadia, `/partage/${id}/affiche.pdf`)
    expect(poster.headers['content-type']).toBe('application/pdf')
    expect(poster.headers['content-disposition']).toContain('a-faire-connaitre.pdf')
    expect(poster.body.subarray(0, 5).toString()).toBe('%PDF-')
    for (const name of ['image.jpg', 'carre.jpg'])
      expect([...(await get(nadia, `/partage/${id}/${name}`)).body.subarray(0, 2)]).toEqual([0xff, 0xd8])
    for (const actor of [null, denise])
      expect((await get(actor, `/partage/${id}/affiche.pdf`)).status).toBe(404)
  })

  describe('nothing else is', () => {
    let id: string
    beforeAll(async () => {
      id = (await radio.episode('Rien d’autre')).id
      await publishEpisode(database.db, radio.people.nadia, id, null, radio.house)
    })
    test.each([
      '',
      'autre.pdf',
      'film-x.mp4',
      `film-${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.mp4`,
      '../x',
    ])('« %s »', async (name) => {
      expect((await get(radio.people.nadia, `/partage/${id}/${name}`)).status).toBe(404)
    })
  })
})

test('a poster holds any title and summary on one page', async () => {
  const words = { showName: 'La Bobine', onAir: '', url: `${baseUrl}/emissions/x`, language: 'fr' }
  for (const title of ['A', 'mot '.repeat(200), '🎺', 'x'.repeat(300)]) {
    const pdf = await printPoster({ ...words, title, summary: 'phrase '.repeat(600) }, false)
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  }
})
