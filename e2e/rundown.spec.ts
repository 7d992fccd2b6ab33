import { type Browser, expect, type Page } from '@playwright/test'
import { faultsOf } from './access.ts'
import { addLine, lines, moveByHandle, moveByMenu, titles } from './conducteur.ts'
import { awake, enterByCard, makeCard, newDevice, openAsFounder, phone } from './door.ts'
import { type App, startApp } from './server.ts'
import { test, watch } from './walk.ts'

const shown = ['Générique', 'Chapeau', 'Agenda', 'Brèves', 'Au revoir']
const line = (page: Page, title: string) => lines(page).filter({ hasText: title })
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })
/** High enough that no line lies under the bar at the foot of the window. */
const calm = { reducedMotion: 'reduce', viewport: { width: 1280, height: 1200 } } as const

test('two people at one rundown: each sees what the other does, and nothing is lost', async ({ browser }) => {
  const app = await startApp()
  const nadia = await newDevice(browser, app, calm)
  const troubles = watch(nadia)
  const { at, card } = await prepare(app, nadia)
  const karim = await enter(browser, app, card, at)

  await test.step('the list is a table that is read as it is seen', async () => {
    await expect.poll(() => titles(nadia)).toEqual(shown)
    await expect(nadia.getByRole('grid', { name: 'Lignes du conducteur' })).toMatchAriaSnapshot(`
      - grid "Lignes du conducteur":
        - row:
          - columnheader "Déplacer"
          - columnheader "N°"
          - columnheader "Début ≤ au plus tard"
          - columnheader "Élément"
          - columnheader "Qui"
          - columnheader "Durée"
          - columnheader "Finit à"
          - columnheader "Prêt ?"
          - columnheader "Changer"
        - row /Générique/:
          - gridcell /Déplacer/
          - gridcell /Choisir la ligne 1/
          - gridcell /18:00:00/
          - gridcell /Générique/
    `)
    await expect(karim.getByText('Nadia', { exact: true })).toBeVisible()
  })

  await test.step('a line is added by its form, moved by its menu and by its handle', async () => {
    await addLine(nadia, { kind: 'Voix', title: 'Météo', length: '45 s' })
    await moveByMenu(nadia, 'Météo', 'Monter')
    await expect.poll(async () => (await titles(karim)).indexOf('Météo')).toBe(4)
    await moveByHandle(nadia, 'Météo', 1)
    await expect.poll(async () => (await titles(karim)).indexOf('Météo')).toBe(5)
    await nadia.keyboard.press('Delete')
    await expect.poll(() => titles(karim)).toEqual(shown)
    const change = line(nadia, 'Agenda').getByRole('button', { name: 'Changer' })
    await (await awake(change)).press('Enter')
    await expect(nadia.getByRole('menuitem').first()).toBeFocused()
    expect(await faultsOf(nadia)).toEqual([])
    await nadia.keyboard.press('Escape')
    await expect(nadia.getByRole('menu')).toBeHidden()
    await expect(change).toBeFocused()
    await nadia.setViewportSize(calm.viewport)
  })

  await test.step('a title that one writes appears at the other’s', async () => {
    await (await awake(line(nadia, 'Chapeau'))).focus()
    await nadia.keyboard.press('Enter')
    await nadia.getByRole('textbox', { name: 'Titre' }).fill('Chapeau et titres')
    await nadia.keyboard.press('Enter')
    await expect(line(nadia, 'Chapeau et titres')).toBeFocused()
    await expect(line(karim, 'Chapeau et titres')).toHaveCount(1)
    await expect(line(karim, 'Chapeau et titres')).toContainText('Nadia')
  })

  await test.step('a length that cannot be understood stays as it was typed', async () => {
    await line(nadia, 'Agenda').locator('[data-cell=planned]').click()
    const length = nadia.getByRole('textbox', { name: 'Durée' })
    await length.fill('un moment')
    await nadia.keyboard.press('Enter')
    await expect(nadia.getByText('On ne comprend pas cette durée.')).toBeVisible()
    await expect(length).toHaveValue('un moment')
    await length.fill("1'45")
    await nadia.keyboard.press('Enter')
    await expect(line(karim, 'Agenda')).toContainText('1:45')
  })

  await test.step('lines move by keys, alone and together, and it is told', async () => {
    await line(nadia, 'Agenda').focus()
    await nadia.keyboard.press('Alt+ArrowUp')
    await expect(said(nadia, '« Agenda » est maintenant à la place 2')).toHaveCount(1)
    await expect.poll(async () => (await titles(karim)).indexOf('Agenda')).toBe(1)
    await nadia.keyboard.press('Shift+ArrowDown')
    await nadia.keyboard.press('Alt+ArrowDown')
    await expect(said(nadia, '2 lignes sont maintenant aux places 3 à 4')).toHaveCount(1)
    await expect
      .poll(() => titles(karim))
      .toEqual(['Générique', 'Brèves', 'Agenda', 'Chapeau et titres', 'Au revoir'])
    await nadia.keyboard.press('Escape')
  })

  await test.step('lines move by the mouse', async () => {
    const handle = nadia.getByRole('button', { name: 'Déplacer Au revoir' })
    const target = await line(nadia, 'Brèves').boundingBox()
    const from = await handle.boundingBox()
    if (!target || !from) throw new Error('Lines without a place')
    await nadia.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await nadia.mouse.down()
    await nadia.mouse.move(from.x + from.width / 2, from.y - 20, { steps: 4 })
    await nadia.mouse.move(from.x + from.width / 2, target.y + 3, { steps: 8 })
    await nadia.mouse.up()
    await expect.poll(async () => (await titles(karim)).indexOf('Au revoir')).toBe(1)
  })

  await test.step('each takes back only their own', async () => {
    await line(karim, 'Générique').focus()
    await karim.keyboard.press('Control+d')
    await expect(lines(nadia)).toHaveCount(6)
    await line(nadia, 'Agenda').focus()
    await nadia.keyboard.press('Control+z')
    await expect
      .poll(async () => (await titles(karim)).slice(2))
      .toEqual(['Brèves', 'Agenda', 'Chapeau et titres', 'Au revoir'])
    await nadia.keyboard.press('Control+Shift+Z')
    await expect.poll(async () => (await titles(karim)).indexOf('Au revoir')).toBe(1)
    await nadia.keyboard.press('Control+z')
    await karim.keyboard.press('Control+z')
    await expect(lines(nadia)).toHaveCount(5)
  })

  await test.step('what was taken out waits in the bin', async () => {
    await line(nadia, 'Brèves').focus()
    await nadia.keyboard.press('Delete')
    await expect(lines(karim)).toHaveCount(4)
    await openTool(karim, 'Corbeille')
    await karim
      .getByRole('listitem')
      .filter({ hasText: 'Brèves' })
      .getByRole('button', { name: 'Remettre' })
      .click()
    const bin = karim.getByRole('dialog', { name: 'Lignes retirées' })
    await bin.getByRole('button', { name: 'Fermer' }).click()
    await expect(lines(nadia)).toHaveCount(5)
  })

  await test.step('two write the same: both values, and a choice', async () => {
    await writeTogether(nadia, karim, 'Au revoir', 'Au revoir, à vendredi', 'Au revoir et merci')
    const dialog = karim.getByRole('dialog', { name: 'Deux versions de la même ligne' })
    await expect(dialog.getByRole('region', { name: 'Le vôtre' })).toContainText('Au revoir et merci')
    await expect(dialog.getByRole('region', { name: 'L’autre' })).toContainText('Au revoir, à vendredi')
    expect(await faultsOf(karim)).toEqual([])
    await dialog.getByRole('button', { name: 'Garder le mien' }).click()
    await expect(line(nadia, 'Au revoir et merci')).toHaveCount(1)
    await writeTogether(nadia, karim, 'Au revoir et merci', 'Au revoir', 'Salut')
    await dialog.getByRole('button', { name: 'Prendre l’autre' }).click()
    await expect(dialog).toBeHidden()
    await expect(line(karim, 'Salut')).toHaveCount(0)
    await expect.poll(() => titles(nadia)).toContain('Au revoir')
  })

  await test.step('in a tunnel one goes on, and what was done comes out with one', async () => {
    await karim.context().setOffline(true)
    await rename(karim, 'Brèves', 'Trois brèves')
    await expect(
      karim.getByText('Hors connexion : vos changements partiront au retour du réseau'),
    ).toBeVisible()
    await expect(line(karim, 'Trois brèves')).toContainText('Pas encore gardé')
    await rename(nadia, 'Agenda', 'Agenda des maisons')
    await karim.context().setOffline(false)
    await expect(line(nadia, 'Trois brèves')).toHaveCount(1)
    await expect(line(karim, 'Agenda des maisons')).toHaveCount(1)
    await expect(karim.getByText('C’est gardé', { exact: true })).toBeVisible()
  })

  await test.step('what was not stored outlives the page', async () => {
    await karim.route('**/rundown', (route) =>
      route.request().method() === 'PATCH' ? route.abort('internetdisconnected') : route.fallback(),
    )
    await rename(karim, 'Trois brèves', 'Quatre brèves')
    await expect(line(karim, 'Quatre brèves')).toContainText('Pas encore gardé')
    await karim.reload()
    await expect(line(karim, 'Quatre brèves')).toContainText('Pas encore gardé')
    await expect(line(nadia, 'Quatre brèves')).toHaveCount(0)
    await karim.unrouteAll()
    await expect(line(nadia, 'Quatre brèves')).toHaveCount(1)
    const kept = () => Object.keys(localStorage).filter((name) => name.startsWith('conducteur:'))
    await expect.poll(() => karim.evaluate(kept)).toEqual([])
  })

  await test.step('history says it in words, and leads back', async () => {
    await openTool(nadia, 'Historique')
    const history = nadia.getByRole('dialog', { name: 'Ce qui a changé' })
    await expect(history.getByText('Karim a changé le titre de « Quatre brèves »')).toBeVisible()
    expect(await faultsOf(nadia)).toEqual([])
    await history
      .getByRole('listitem')
      .filter({ hasText: 'Nadia a changé le titre de « Agenda des maisons »' })
      .getByRole('button', { name: 'Revenir à cette version' })
      .click()
    await expect(line(karim, 'Quatre brèves')).toHaveCount(0)
  })

  await test.step('the keyboard is explained, and the page is clear', async () => {
    await line(nadia, 'Agenda').first().focus()
    await nadia.keyboard.press('?')
    await expect(nadia.getByRole('dialog', { name: 'Au clavier' })).toBeVisible()
    await nadia.keyboard.press('Escape')
    expect(await faultsOf(nadia)).toEqual([])
  })
  expect(troubles).toEqual([])

  await test.step('on a phone a line is a card, and opens as a sheet', async () => {
    const pocket = await newDevice(browser, app, {
      ...phone,
      storageState: await karim.context().storageState(),
    })
    await pocket.goto(at)
    await (await awake(line(pocket, 'Agenda'))).locator('[data-title]').tap()
    const sheet = pocket.getByRole('dialog', { name: 'Changer la ligne' })
    await sheet.getByLabel('Qui').fill('Fatiha')
    await sheet.getByText('Heures imposées, mise de côté').tap()
    await sheet.getByLabel('Mis de côté').check()
    await sheet.getByRole('button', { name: 'Garder la ligne' }).tap()
    await expect(sheet).toBeHidden()
    await expect(line(nadia, 'Agenda')).toContainText('Fatiha')
    await expect(line(nadia, 'Agenda')).toContainText('Mis de côté')
    expect(await faultsOf(pocket)).toEqual([])
  })
  await app.stop()
})

/** The founder's show with an episode of five lines, and a colleague's card. */
async function prepare(app: App, page: Page) {
  await openAsFounder(app, page, 'Nadia')
  await page.getByLabel('Nom de l’émission').fill('La voix du marché')
  await page.getByRole('button', { name: 'Ouvrir l’émission' }).click()
  await expect(page).toHaveURL(/\/regie\/parametres/)
  await page.goto('/regie/personnes/ajouter')
  await page.getByLabel('Prénom').fill('Karim')
  await page.getByRole('radio', { name: /^Coordination/ }).check()
  await page.getByRole('button', { name: 'Ajouter cette personne' }).click()
  await expect(page.getByText('Karim est dans l’équipe')).toBeVisible()
  const card = await makeCard(page, 'Karim')
  await page.goto('/regie')
  await page.getByRole('button', { name: 'Préparer le numéro suivant' }).click()
  await expect(page.getByText('Le conducteur est vide')).toBeVisible()
  const at = new URL(page.url()).pathname
  await page.evaluate(addLines, { at, titles: shown })
  await expect(lines(page)).toHaveCount(shown.length)
  return { at, card: card.link }
}

/** Runs in the page. */
async function addLines({ at, titles: wanted }: { at: string; titles: string[] }) {
  const [, , , id] = at.split('/')
  const added = wanted.map((title) => ({ kind: 'voice', title, plannedMs: 60_000 }))
  const answer = await fetch(`/api/episodes/${id}/rundown`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ edit: { do: 'add', lines: added } }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

async function enter(browser: Browser, app: App, card: string, at: string): Promise<Page> {
  const page = await newDevice(browser, app, calm)
  await enterByCard(page, card, 'Karim')
  await page.goto(at)
  await expect(lines(page)).toHaveCount(shown.length)
  return page
}

async function rename(page: Page, from: string, to: string): Promise<void> {
  await (await awake(line(page, from).first())).focus()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Titre' }).fill(to)
  await page.keyboard.press('Enter')
}

/** Both begin to write, the first one is done first. */
async function writeTogether(
  first: Page,
  second: Page,
  title: string,
  one: string,
  other: string,
): Promise<void> {
  await line(second, title).focus()
  await second.keyboard.press('Enter')
  await second.getByRole('textbox', { name: 'Titre' }).fill(other)
  await rename(first, title, one)
  await expect(line(first, one)).toHaveCount(1)
  await expect(first.getByText('C’est gardé', { exact: true })).toBeVisible()
  await second.keyboard.press('Enter')
}

/** The rarer tools stand behind one more button where the window is not wide. */
async function openTool(page: Page, name: string) {
  const tool = page.getByRole('button', { name })
  if (!(await tool.isVisible())) await page.getByRole('button', { name: 'Autres outils' }).click()
  await tool.click()
}
