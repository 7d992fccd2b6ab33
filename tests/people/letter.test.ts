import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letters, members } from '#lib/db/schema.ts'
import { openPost } from '#lib/machine/mail.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { openWithKey } from '#lib/people/key.server.ts'
import { askLink, handOverLetter, readWaitingLetters, sendLetter } from '#lib/people/letter.server.ts'
import { addMember } from '#lib/people/members.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase({ jobs: true })
const baseUrl = 'https://bobine.exemple'
const received: string[] = []
let smtp: Server
let smtpUrl: string
let nadia: Actor

beforeAll(async () => {
  smtp = await startSmtp(received)
  smtpUrl = `smtp://127.0.0.1:${(smtp.address() as AddressInfo).port}`
  const memberId = await addMember(radio.db, 'console', {
    name: 'Nadia',
    role: 'coordination',
    houseId: null,
    email: null,
  })
  nadia = { memberId, name: 'Nadia', role: 'coordination', houseId: null, sessionId: 's' }
})
afterAll(() => smtp.close())

const tokenIn = (text: string) => /\/c\/([A-Za-z0-9_-]{43})/.exec(text.replaceAll(/=\r?\n/g, ''))?.[1] ?? ''

describe('with a mail server', () => {
  test('an invitation is sent once, and its link opens', async () => {
    await addMember(radio.db, nadia, {
      name: 'Denise',
      role: 'resident',
      houseId: null,
      email: 'denise@exemple.fr',
    })
    const [letter] = await radio.db.select().from(letters)
    const post = openPost(smtpUrl, 'La Bobine <bobine@exemple.fr>')
    await sendLetter(radio.db, letter?.id ?? '', post, baseUrl)
    await sendLetter(radio.db, letter?.id ?? '', post, baseUrl)
    expect(received).toHaveLength(1)
    expect(received[0]).toContain('denise@exemple.fr')
    await expect(openWithKey(radio.db, { token: tokenIn(received[0] ?? '') }, 'x')).resolves.toBeTruthy()
    expect(await readWaitingLetters(radio.db, nadia)).toEqual([])
  })

  test('a refused letter stays visible with its reason', async () => {
    await askLink(radio.db, ' DENISE@exemple.fr ')
    const waiting = await readWaitingLetters(radio.db, nadia)
    const post = openPost('smtp://127.0.0.1:1', 'bobine@exemple.fr')
    await expect(sendLetter(radio.db, waiting[0]?.id ?? '', post, baseUrl)).rejects.toThrow('SMTP')
    expect((await readWaitingLetters(radio.db, nadia))[0]).toMatchObject({
      name: 'Denise',
      purpose: 'sign-in',
    })
    expect((await readWaitingLetters(radio.db, nadia))[0]?.failure).toContain('ECONNREFUSED')
  })
})

describe('without one', () => {
  test('the letter waits for the coordination to hand it over, with a fresh link', async () => {
    const [waiting] = await readWaitingLetters(radio.db, nadia)
    const shown = await handOverLetter(radio.db, nadia, waiting?.id ?? '', baseUrl)
    expect(shown).toMatchObject({ to: 'denise@exemple.fr' })
    await expect(openWithKey(radio.db, { token: tokenIn(shown.text) }, 'x')).resolves.toBeTruthy()
    expect(await readWaitingLetters(radio.db, nadia)).toEqual([])
  })

  test('asked for again and again, one letter waits', async () => {
    for (let n = 0; n < 3; n++) await askLink(radio.db, 'denise@exemple.fr')
    expect(await readWaitingLetters(radio.db, nadia)).toHaveLength(1)
  })

  test('an unknown address writes nothing and says nothing', async () => {
    const before = await radio.db.$count(letters)
    await expect(askLink(radio.db, 'inconnue@exemple.fr')).resolves.toBeUndefined()
    expect(await radio.db.$count(letters)).toBe(before)
    expect(await radio.db.$count(members)).toBe(2)
  })
})

/** Just enough of RFC 5321 to take a letter in. */
function startSmtp(inbox: string[]): Promise<Server> {
  const server = createServer((socket) => {
    let letter: string | null = null
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 exemple')
    socket.on('data', (bytes) => {
      const text = bytes.toString()
      if (letter === null) {
        if (!/^DATA/i.test(text)) return say(/^QUIT/i.test(text) ? '221 adieu' : '250 oui')
        letter = ''
        return say('354 allez')
      }
      letter += text
      if (!letter.endsWith('\r\n.\r\n')) return
      inbox.push(letter)
      letter = null
      return say('250 pris')
    })
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
