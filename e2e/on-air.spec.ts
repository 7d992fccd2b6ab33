import { expect, type Page } from '@playwright/test'
import { faultsOf } from './access.ts'
import { calm, giveUntil, onAir, planShow, press, technician, timer } from './air-desk.ts'
import { awake, newDevice } from './door.ts'
import { bringMidnight } from './on-air.ts'
import { startApp } from './server.ts'
import { test } from './walk.ts'

test('a show is called from a phone, followed on a wall and from outside, and survives what may happen', async ({
  browser,
}) => {
  const app = await startApp()
  const desk = await newDevice(browser, app, { reducedMotion: 'reduce' })
  const episode = await planShow(app, desk)
  const page = await technician(browser, app, desk)
  const follower = await newDevice(browser, app, { reducedMotion: 'reduce' })

  await test.step('it waits for its first line', async () => {
    await page.goto(`${episode}/conducteur`)
    await (await awake(page.getByRole('link', { name: 'Antenne' }))).click()
    await expect(page).toHaveURL(`${app.url}${episode}/antenne`)
    await expect(page.getByText('Ensuite : Générique')).toBeVisible()
    await press(page, 'Commencer l’émission')
    await onAir(page, 'Générique')
    await expect(page.getByRole('status').filter({ hasText: 'À l’antenne, Générique' })).toHaveCount(1)
  })

  await test.step('the next line, its note to read, and what remains in figure and word', async () => {
    await calm(page)
    await press(page, 'Suivant')
    await onAir(page, 'Chapeau')
    await expect(page.getByText('Sourire en parlant')).toBeVisible()
    await expect(timer(page)).toContainText(/Reste\s*\d:\d\d/)
    await expect(row(page, 'Chapeau')).toHaveAttribute('data-stage', 'onAir')
  })

  await test.step('time is given and taken back until one minute is left', async () => {
    await giveUntil(page, 'danger', '30 secondes de moins')
    await expect(timer(page)).toContainText('1 minute')
    await giveUntil(page, 'warning', '30 secondes de plus')
    await expect(timer(page)).toContainText('2 minutes')
  })

  await test.step('a pause, seen on the wall of the studio', async () => {
    await desk.goto(`${episode}/horloge`)
    await onAir(desk, 'Chapeau')
    await press(page, 'Pause')
    await expect(timer(page)).toContainText('En pause')
    await expect(timer(desk)).toContainText('En pause')
    await press(page, 'Reprendre')
    await expect(timer(desk)).not.toContainText('En pause')
    await expect(desk.getByRole('timer', { name: 'Heure' })).toHaveText(/^\d\d:\d\d:\d\d$/)
    expect(await faultsOf(desk)).toEqual([])
  })

  const address = await test.step('a link lets somebody follow without an account', async () => {
    await press(page, 'Faire un lien')
    const link = (await page.getByTestId('adresse').textContent()) ?? ''
    await follower.goto(link)
    await onAir(follower, 'Chapeau')
    await expect(follower.getByRole('button')).toHaveCount(0)
    expect(await follower.content()).not.toContain('Sourire')
    await expect(follower.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
    expect(await faultsOf(follower)).toEqual([])
    return link
  })

  await test.step('a jump to a line further down reaches every screen', async () => {
    await choose(page, 'Une chanson')
    await press(page, 'Passer à : Une chanson')
    for (const screen of [page, desk, follower]) await onAir(screen, 'Une chanson')
    await expect(row(page, 'La Conserverie')).toHaveAttribute('data-stage', 'jumped')
    await expect(page.getByText('Ensuite : Au revoir')).toBeVisible()
  })

  await test.step('the page opened again goes on where the show is', async () => {
    await page.reload()
    await onAir(page, 'Une chanson')
    await expect(row(page, 'Chapeau')).toHaveAttribute('data-stage', 'played')
  })

  await test.step('without network the show goes on, and what was done arrives with its true time', async () => {
    await page.context().setOffline(true)
    await calm(page)
    const before = Date.now()
    await press(page, 'Suivant')
    const after = Date.now()
    await onAir(page, 'Au revoir')
    await expect(page.getByText(/^Pas encore envoyé\s: 1 geste/)).toBeVisible()
    await onAir(desk, 'Une chanson')
    await page.waitForTimeout(5000)
    await page.context().setOffline(false)
    await onAir(desk, 'Au revoir')
    await expect(page.getByText(/^Pas encore envoyé/)).toHaveCount(0)
    const [take, ...more] = await takesOf(desk, episode, 'Au revoir')
    expect(more).toEqual([])
    // Up to half of the way there and back, by which a screen may know the server's clock wrongly.
    expect(take?.at).toBeGreaterThan(before - 2000)
    expect(take?.at).toBeLessThan(after + 2000)
  })

  await test.step('the radio itself is killed: every screen comes back to the show', async () => {
    await app.kill9()
    await app.restart()
    await desk.goto(`${episode}/antenne`)
    await onAir(desk, 'Au revoir')
    await choose(desk, 'La Conserverie')
    await press(desk, 'Passer à : La Conserverie')
    for (const screen of [page, follower]) await onAir(screen, 'La Conserverie')
  })

  await test.step('the end, and a link that is cut', async () => {
    await calm(page)
    await press(page, 'Fin de l’émission')
    for (const screen of [page, desk, follower])
      await expect(screen.getByText('Émission finie')).toBeVisible()
    await desk.reload()
    await press(desk, 'Couper ce lien')
    await expect(follower.getByText('Ce lien ne marche plus')).toBeVisible()
    expect((await follower.goto(address))?.status()).toBe(404)
    expect(await faultsOf(page)).toEqual([])
  })
  for (const screen of [page, desk, follower]) await screen.context().close()
  await app.stop()
})

test('by keyboard alone, rehearsed first, and recorded beforehand', async ({ browser }) => {
  const app = await startApp()
  const page = await newDevice(browser, app, { reducedMotion: 'reduce' })
  const episode = await planShow(app, page)

  await test.step('a rehearsal says so, and keeps nothing', async () => {
    await page.goto(`${episode}/antenne?repetition`)
    await expect(page.getByText('Répétition : rien n’est gardé')).toBeVisible()
    await press(page, 'Commencer l’émission')
    await onAir(page, 'Générique')
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Recommencer')
    await expect(page.getByRole('button', { name: 'Commencer l’émission' })).toBeVisible()
    await (await awake(page.getByRole('link', { name: 'Quitter la répétition' }))).click()
    await expect(page.getByText('Répétition : rien n’est gardé')).toHaveCount(0)
    expect(await takesOf(page, episode, 'Générique')).toEqual([])
  })

  await test.step('the keys call the show', async () => {
    await awake(page.getByRole('button', { name: 'Commencer l’émission' }))
    await page.keyboard.press('Space')
    await onAir(page, 'Générique')
    await calm(page)
    await page.keyboard.press('Space')
    await onAir(page, 'Chapeau')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: /^Une chanson/ })).toBeChecked()
    await page.keyboard.press('Enter')
    await onAir(page, 'Une chanson')
    await page.keyboard.press('p')
    await expect(timer(page)).toContainText('En pause')
    await page.keyboard.press('p')
    await expect(timer(page)).not.toContainText('En pause')
    await giveUntil(page, 'warning', () => page.keyboard.press('-'))
    await giveUntil(page, 'default', () => page.keyboard.press('+'))
  })

  await test.step('what a screen reader meets', async () => {
    await expect(page.getByRole('main')).toMatchAriaSnapshot(`
      - status: À l’antenne, Une chanson
      - heading /À l’antenne.+Une chanson/ [level=2]
      - timer "Temps qui reste à la ligne": /Reste \\d+:\\d\\d/
      - paragraph: /Ensuite.+Au revoir/
    `)
  })

  await test.step('keys are explained, and can be turned off', async () => {
    await page.getByRole('button', { name: 'Touches' }).press('Enter')
    const help = page.getByRole('dialog', { name: 'Les touches du clavier' })
    await expect(help.getByText('passer à la ligne suivante')).toBeVisible()
    await help.getByLabel('Les touches agissent').press('Space')
    await page.keyboard.press('Escape')
    await page.keyboard.press('p')
    await calm(page)
    await expect(timer(page)).not.toContainText('En pause')
  })

  await test.step('a show recorded beforehand shows no hour', async () => {
    await page.goto(episode)
    await (await awake(page.getByLabel('Enregistrée à l’avance'))).check()
    await page.getByRole('button', { name: 'Garder la fiche' }).click()
    await expect(page.getByText('C’est gardé.')).toBeVisible()
    await page.goto(`${episode}/horloge`)
    await onAir(page, 'Une chanson')
    await expect(page.getByRole('timer', { name: 'Heure' })).toHaveCount(0)
    expect(await faultsOf(page)).toEqual([])
  })
  await page.context().close()
  await app.stop()
})

test('over midnight the show goes on, and nothing is late by a day', async ({ browser }) => {
  const app = await startApp()
  const page = await newDevice(browser, app, { reducedMotion: 'reduce' })
  const episode = await planShow(app, page)
  await bringMidnight(app)
  await page.goto(`${episode}/antenne`)
  const fit = page.getByText(/^Fin (en avance|en retard) de \d?\d:\d\d$/)

  await test.step('it begins before midnight', async () => {
    await expect(page.getByText(/^Il est 23:5\d:\d\d$/)).toBeVisible()
    await press(page, 'Commencer l’émission')
    await onAir(page, 'Générique')
    await expect(fit).toBeVisible()
  })

  await test.step('and goes on after it', async () => {
    await expect(page.getByText(/^Il est 00:0\d:\d\d$/)).toBeVisible({ timeout: 180_000 })
    await expect(timer(page)).toContainText(/Dépassé de\s*\d:\d\d/)
    await expect(fit).toBeVisible()
    await press(page, 'Suivant')
    await onAir(page, 'Chapeau')
    await expect(row(page, 'La Conserverie')).toContainText(/00:0\d:\d\d/)
    await page.reload()
    await onAir(page, 'Chapeau')
    await expect(fit).toBeVisible()
  })
  await page.context().close()
  await app.stop()
})

async function choose(page: Page, title: string) {
  await (await awake(page.getByRole('radio', { name: new RegExp(`^${title}`) }))).check()
}

/** A line in the list; its `data-stage` says where it stands. */
const row = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Lignes de l’émission' }).getByRole('listitem').filter({ hasText: title })

type Take = { deed: string; title: string; at: number }

/** What the log of the show holds of a line, as the server tells it. */
async function takesOf(page: Page, episode: string, title: string): Promise<Take[]> {
  const answer = await page.request.get(`/api/episodes/${episode.split('/').at(-1)}/air`)
  const { log } = (await answer.json()) as { log: Take[] }
  return log.filter((one) => one.deed === 'take' && one.title === title)
}
