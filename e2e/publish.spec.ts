import { expect, type Page } from '@playwright/test'
import { faultsOf } from './access.ts'
import { awake, newDevice, phone } from './door.ts'
import { episodeAt } from './links.ts'
import { test } from './walk.ts'

test('a published episode: checked, shown at a secret address, shared, withdrawn by mistake', async ({
  browser,
  example,
  coordination: page,
}) => {
  test.setTimeout(600_000)
  const episode = await episodeAt(page, 'Pédaler')

  await test.step('the checks say what is good, folded, and what to look at', async () => {
    await page.goto(`${episode}/publier`)
    const checks = page.getByRole('region', { name: 'Vérifications' })
    await expect(checks).toBeVisible()
    // The test's own address has no padlock; nothing else is wrong.
    await expect(checks.getByText('À regarder')).toHaveCount(1)
    await expect(checks.getByText(/n’est pas protégée/)).toBeVisible()
    await expect(checks.getByText('Empêche de publier')).toHaveCount(0)
    await checks.getByText(/vérifications sont bonnes/).click()
    await expect(checks.getByText('On peut avancer et reculer dans le son')).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('a secret address shows page and sound to a stranger, until it is cut', async () => {
    await (await awake(page.getByRole('button', { name: 'Faire un lien d’aperçu' }))).click()
    const address = await page.getByText(/\/apercu\//).textContent()
    const stranger = await newDevice(browser, example.app, phone)
    await stranger.goto(address ?? '')
    await expect(stranger.getByText('Ceci est un aperçu')).toBeVisible()
    await expect(stranger.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
    const sound = (await stranger.locator('audio').getAttribute('src')) ?? ''
    const part = await stranger.request.get(sound, { headers: { Range: 'bytes=0-9' } })
    expect([part.status(), part.headers()['content-type']]).toEqual([206, 'audio/mpeg'])
    expect(await faultsOf(stranger)).toEqual([])
    await page.getByRole('button', { name: /^Couper/ }).click()
    await expect(page.getByText('Le lien est coupé.')).toBeVisible()
    expect((await stranger.goto(address ?? ''))?.status()).toBe(404)
    expect((await stranger.request.get(sound)).status()).toBe(404)
    await stranger.context().close()
  })

  await test.step('texts, pictures and the poster are there to take along', async () => {
    await page.goto(`${episode}/partager`)
    await expect(page.getByText(/^«.Pédaler, partager, chanter.», dans La Bobine/).first()).toBeVisible()
    for (const [name, type] of [
      ['L’affiche à imprimer (A4)', 'application/pdf'],
      ['L’image large', 'image/jpeg'],
      ['L’image carrée', 'image/jpeg'],
    ] as const) {
      const href = (await page.getByRole('link', { name }).getAttribute('href')) ?? ''
      const file = await page.request.get(href)
      expect([file.status(), file.headers()['content-type']]).toEqual([200, type])
      const visitor = await newDevice(browser, example.app)
      expect((await visitor.request.get(href)).status()).toBe(404)
      await visitor.context().close()
    }
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('a passage becomes a film', async () => {
    await page.getByText('15 secondes').click()
    await (await awake(page.getByRole('button', { name: 'Faire le film' }))).click()
    const film = page.getByRole('link', { name: /^Télécharger le film/ })
    await expect(film).toBeVisible({ timeout: 240_000 })
    const file = await page.request.head((await film.getAttribute('href')) ?? '')
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'video/mp4'])
  })

  await test.step('withdrawn by mistake, it comes back as it was', async () => {
    const before = await feedItem(page)
    await page.goto(`${episode}/publier`)
    await (await awake(page.getByRole('button', { name: 'Retirer de la publication' }))).click()
    await page.getByRole('button', { name: 'Annuler', exact: true }).click()
    await expect(page.getByText('C’est remis en ligne, comme avant.')).toBeVisible()
    await expect(page.getByText('Publié', { exact: true }).first()).toBeVisible()
    expect(await feedItem(page)).toBe(before)
  })
})

async function feedItem(page: Page): Promise<string> {
  const feed = await (await page.request.get('/feed.xml')).text()
  return /<item>[\s\S]*<\/item>/.exec(feed)?.[0] ?? ''
}
