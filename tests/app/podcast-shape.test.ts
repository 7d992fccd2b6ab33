import { describe, expect, test } from 'vitest'
import { podcastSettings } from '#app/regie/parametres/podcast-shape.ts'

const plain = {
  license: 'cc-by-nc-sa-4.0',
  locationName: '',
  locationGeo: '',
  locationOsm: '',
  fundingUrl: '',
  fundingLabel: '',
  hubUrl: '',
  movedTo: '',
}

describe('what is typed about the podcast', () => {
  test('nothing is all right, and an unticked box is a no', () => {
    expect(podcastSettings.parse(plain)).toEqual({ ...plain, isLocked: false })
    expect(podcastSettings.parse({ ...plain, isLocked: 'on' }).isLocked).toBe(true)
  })

  test.each([
    ['locationGeo', ' 45.0464, 5.0517 ', '45.0464, 5.0517'],
    ['locationGeo', 'geo:45.0464,5.0517', '45.0464, 5.0517'],
    ['locationGeo', '45,0464 ; 5,0517', '45.0464, 5.0517'],
    ['locationGeo', '−21.1 55.5', '-21.1, 55.5'],
    ['locationOsm', 'r84034', 'R84034'],
    ['locationOsm', 'https://www.openstreetmap.org/relation/84034#map=13/45.05/5.05', 'R84034'],
    ['locationOsm', 'https://www.openstreetmap.org/node/12', 'N12'],
    ['fundingUrl', 'https://www.helloasso.com/associations/la-bobine', undefined],
    ['hubUrl', 'https://pubsubhubbub.appspot.com/', undefined],
    ['movedTo', 'https://autre.example.org/feed.xml', undefined],
    ['license', 'arr', undefined],
  ])('%s %j is understood', (name, typed, value = typed) => {
    expect(podcastSettings.parse({ ...plain, [name]: typed })).toMatchObject({ [name]: value })
  })

  const whole = 'Écrivez l’adresse entière, comme https://'
  test.each([
    ['license', 'gratuit', 'Choisissez une licence'],
    ['locationName', 'a'.repeat(129), 'C’est trop long'],
    ['locationGeo', 'Romans', 'Écrivez deux nombres'],
    ['locationGeo', '145.0, 5.0', 'Écrivez deux nombres'],
    ['locationGeo', '45.0, 181', 'Écrivez deux nombres'],
    ['locationOsm', '84034', 'Écrivez le repère'],
    ['locationOsm', 'https://evil.example/relation/1', 'Écrivez le repère'],
    ['fundingUrl', 'helloasso.com/la-bobine', whole],
    ['fundingUrl', 'javascript:alert(1)', whole],
    ['hubUrl', 'http://hub.example.org/', whole],
    ['hubUrl', 'https://127.0.0.1/', whole],
    ['hubUrl', 'https://localhost/', whole],
    ['movedTo', 'https://[::1]/feed.xml', whole],
    ['movedTo', `https://a.example/${'a'.repeat(500)}`, 'C’est trop long'],
  ])('%s %j is answered with what to write', (name, typed, words) => {
    const { error } = podcastSettings.safeParse({ ...plain, [name]: typed })
    expect(error?.issues[0]).toMatchObject({ path: [name], message: expect.stringContaining(words) })
  })

  test('words for a button that leads nowhere are answered at the address', () => {
    const { error } = podcastSettings.safeParse({ ...plain, fundingLabel: 'Donner' })
    expect(error?.issues).toMatchObject([{ path: ['fundingUrl'] }])
  })
})
