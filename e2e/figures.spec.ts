import { expect } from '@playwright/test'
import { faultsOf } from './access.ts'
import { newDevice } from './door.ts'
import { readItem } from './published.ts'
import { test } from './walk.ts'

const title = 'Pédaler, partager, chanter'

test('five people listen in their apps; the coordination sees them, no machine and no glance', async ({
  browser,
  coordination: desk,
  example: { app },
}) => {
  const { enclosure } = await readItem(app.url, title)
  const listen = (agent: string, headers: Record<string, string> = {}) =>
    fetch(enclosure.url, { headers: { 'User-Agent': agent, ...headers } }).then((sound) =>
      sound.arrayBuffer(),
    )
  await listen('Googlebot/2.1 (+http://www.google.com/bot.html)')
  await listen('AntennaPod/3.4.0', { Range: 'bytes=0-50000' })
  for (const model of ['A13', 'A14', 'A15', 'A53', 'A54']) {
    await listen(`CastBox/11.2 (Linux;Android 14) ${model}`)
    await listen(`CastBox/11.2 (Linux;Android 14) ${model}`)
  }
  await expect(async () => {
    await desk.goto('/regie/ecoutes')
    await expect(desk.getByRole('row', { name: 'CastBox 5' })).toBeVisible()
  }).toPass()
  await expect(desk.getByRole('row', { name: new RegExp(`${title} \\d+`) })).toBeVisible()
  await expect(desk.getByRole('img', { name: 'Mois par mois' })).toBeVisible()
  await expect(desk.getByText('AntennaPod')).toHaveCount(0)
  expect(await faultsOf(desk)).toEqual([])

  await desk.getByText('Les mêmes chiffres en tableau').click()
  const months = desk.getByRole('table', { name: 'Mois par mois' }).getByRole('row')
  await expect(months.last()).toHaveText(/\d{4}\d*[05]$/)
  expect(await faultsOf(desk)).toEqual([])

  const plain = await newDevice(browser, app, {
    storageState: await desk.context().storageState(),
    javaScriptEnabled: false,
  })
  await plain.goto('/regie/ecoutes')
  const month = await plain.getByLabel('Période').locator('option').nth(1).getAttribute('value')
  await plain.getByLabel('Période').selectOption(month)
  await plain.getByRole('button', { name: 'Voir' }).click()
  await expect(plain).toHaveURL(`${app.url}/regie/ecoutes?periode=${month}`)
  await expect(plain.getByRole('img', { name: 'Jour par jour' })).toBeVisible()
  const [file] = await Promise.all([
    plain.waitForEvent('download'),
    plain.getByRole('link', { name: 'Télécharger les chiffres' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`ecoutes-${month}.csv`)
  const sheet = await (await plain.request.get(`/regie/ecoutes/chiffres.csv?periode=${month}`)).text()
  expect(sheet).toContain('Application;CastBox;5\r\n')
  await plain.context().close()

  const stranger = await newDevice(browser, app)
  expect((await stranger.request.get('/regie/ecoutes/chiffres.csv')).status()).toBe(404)
  await stranger.goto('/vos-donnees')
  await stranger.getByRole('main').getByRole('link', { name: 'comment nous comptons' }).click()
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Comment nous comptons')
  expect(await stranger.context().cookies()).toEqual([])
  await stranger.context().close()
})
