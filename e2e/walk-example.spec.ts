import { expect, type Locator } from '@playwright/test'
import { lines, moveByHandle, moveByMenu, titles } from './conducteur.ts'
import { awake } from './door.ts'
import { makeBoth, makeBothAgain, publish, resultOf } from './making.ts'
import { checkCompanions, checkSound, readItem } from './published.ts'
import { test } from './walk.ts'

const title = 'Des citrons, des concerts et du fil'

test('the example: conducteur, fabriquer, publier, and the feed that apps read', async ({
  example,
  coordination: page,
}) => {
  test.setTimeout(600_000)
  await test.step('the conducteur is as long as its slot', async () => {
    await page.goto('/regie')
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await (await awake(page.getByRole('link', { name: 'Ouvrir le conducteur' }))).click()
    await expect(lines(page)).toHaveCount(16)
    await expect(page.getByText('Total 27:30')).toBeVisible()
    await expect(page.getByText('Juste à l’heure')).toBeVisible()
  })

  await test.step('its lines move by menu, by handle and by arrows, and stay where they were put', async () => {
    const before = await titles(page)
    await moveByMenu(page, 'Virgule Culture', 'Descendre')
    await expect
      .poll(() => titles(page))
      .toEqual(before.with(7, 'Lancement Culture').with(8, 'Virgule Culture'))
    await moveByHandle(page, 'Agenda des trois maisons', 1)
    await expect.poll(async () => (await titles(page)).indexOf('Agenda des trois maisons')).toBe(13)
    // Twice at once: the second is asked before the first has come back.
    await lines(page).filter({ hasText: 'Virgule Culture' }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await titles(page)).indexOf('Virgule Culture')).toBe(6)
    const after = await titles(page)
    await page.reload()
    await expect.poll(() => titles(page)).toEqual(after)
    await expect(page.getByText('Total 27:30')).toBeVisible()
  })

  await test.step('the station wishes for MP2', async () => {
    const conducteur = page.url()
    await page.goto('/regie/parametres')
    await page.getByRole('radio', { name: /^MP2/ }).check()
    await page.getByRole('button', { name: 'Garder les réglages' }).click()
    await expect(page.getByText('C’est gardé.')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('radio', { name: /^MP2/ })).toBeChecked()
    await page.goto(conducteur)
  })

  await test.step('both masters are made, the podcast without the song that may not be in it', async () => {
    await (await awake(page.getByRole('link', { name: 'Fabriquer' }))).click()
    const song = page.getByText('La valse du dernier bus : musique du commerce, à l’antenne seulement.')
    await expect(song).toHaveCount(1)
    await expect(song).toContainText('À la place, une virgule de 0:05')
    expect(await makeBoth(page)).toEqual({
      antenne: { level: 'Bon niveau', duration: '27:30' },
      podcast: { level: 'Bon niveau', duration: '24:15' },
    })
  })

  await test.step('the report is read, the file is there, the joins are heard alone', async () => {
    const antenne = resultOf(page, 'l’antenne')
    await expect(antenne.getByText(/−23,\d\sLUFS/).first()).toBeVisible()
    await expect(antenne.getByRole('img', { name: /^Courbe du niveau sur 16 lignes/ })).toBeVisible()
    await antenne.getByText('Les lignes en chiffres (16)').click()
    await expect(antenne.getByRole('row', { name: /La valse du dernier bus/ })).toBeVisible()
    const file = antenne.getByRole('link', { name: /^Télécharger pour l’antenne \(\d+ Mo\)$/ })
    await expect(file).toHaveAttribute('download', /^la-bobine.*-antenne\.mp2$/)
    const answer = await page.request.head((await file.getAttribute('href')) ?? '')
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'audio/mpeg'])
    await hearJoins(resultOf(page, 'le podcast'))
  })

  await test.step('after one change both are made again, and say so', async () => {
    await (await awake(page.getByRole('link', { name: 'Conducteur' }))).click()
    await lines(page)
      .filter({ hasText: 'Lancement Culture' })
      .getByRole('button', { name: 'Changer' })
      .click()
    await page.getByRole('menuitem', { name: 'Ouvrir la ligne' }).click()
    await page.getByLabel('Enchaînement avec la suite').selectOption('Silence de 2 s')
    await page.getByRole('button', { name: 'Garder la ligne' }).click()
    await expect(lines(page).filter({ hasText: 'Silence de 2 s avant la suite' })).toHaveCount(1)
    await (await awake(page.getByRole('link', { name: 'Fabriquer' }))).click()
    expect(await makeBothAgain(page)).toEqual({
      antenne: { level: 'Bon niveau', duration: '27:32' },
      podcast: { level: 'Bon niveau', duration: '24:17' },
    })
  })
  await publish(page)

  await test.step('apps get what the feed announces', async () => {
    const item = await readItem(example.app.url, title)
    expect(item.duration).toBe(24 * 60 + 17)
    await checkSound(item)
    const chapters = await checkCompanions(item)
    expect(chapters).toContain('Agenda des trois maisons')
    expect(chapters).not.toContain('La valse du dernier bus')
  })

  await test.step('the episode has its page', async () => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
    await (await awake(page.getByRole('link', { name: 'Chapitres et textes' }))).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await page.getByRole('button', { name: 'Écouter', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
    await (await awake(page.getByRole('link', { name: /Accorderie : une offre/ }).first())).click()
    const sound = page.locator('audio')
    await expect
      .poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.currentTime))
      .toBeGreaterThan(60)
    await expect(page.getByRole('heading', { name: 'Tout lire' })).toBeVisible()
  })
})

/** Plays the first join, goes on to the second, and stops: all by keyboard. */
async function hearJoins(result: Locator): Promise<void> {
  const joins = result.getByRole('region', { name: 'Écouter seulement les raccords' })
  const sound = joins.locator('audio')
  const at = () => sound.evaluate((audio: HTMLAudioElement) => audio.currentTime)
  await expect(joins.getByText(/^Raccord 1 sur \d+, à 0:30/)).toBeVisible()
  await joins.getByRole('button', { name: 'Écouter les raccords' }).press('Enter')
  await expect.poll(at).toBeGreaterThan(25)
  await joins.getByRole('button', { name: 'Suivant' }).press('Enter')
  await expect(joins.getByText(/^Raccord 2 sur \d+/)).toBeVisible()
  await expect.poll(at).toBeGreaterThan(80)
  await joins.getByRole('button', { name: 'Pause' }).press('Enter')
  await expect(joins.getByRole('button', { name: 'Écouter les raccords' })).toBeVisible()
}
