import { expect } from '@playwright/test'
import { faultsOf, tabThrough } from './access.ts'
import { awake, newDevice, phone } from './door.ts'
import { test, watch } from './walk.ts'

const latest = '/emissions/pedaler-partager-chanter'

test('walk C: a listener without script finds a sentence, hears it, and follows what it is filed under', async ({
  browser,
  example,
}) => {
  const page = await newDevice(browser, example.app, { ...phone, javaScriptEnabled: false })

  await test.step('the home says when the show is on air, then offers the latest episode', async () => {
    await page.goto('/')
    await expect(page.getByText('Sur Radio Exemple, 00.0 FM').first()).toBeVisible()
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Pédaler, partager, chanter')
  })

  await test.step('a word without its accent is found where it was said', async () => {
    await page.getByRole('searchbox', { name: /Chercher un mot/ }).fill('velo')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await expect(page).toHaveURL(/\/recherche\?q=velo$/)
    await expect(page.getByRole('status')).toContainText('Un numéro parle de')
    await expect(
      page
        .locator('mark')
        .filter({ hasText: /^vélos?$/i })
        .first(),
    ).toBeVisible()
    await page
      .getByRole('link', { name: /^Écouter à \d+:\d\d/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/emissions\/pedaler-partager-chanter\?t=\d+#ecouter$/)
    const at = new URL(page.url()).searchParams.get('t')
    await expect(page.locator('audio[controls]')).toHaveAttribute('src', new RegExp(`#t=${at}$`))
  })

  await test.step('the episode leads to its rubric, the rubric back to the episode', async () => {
    const main = page.getByRole('main')
    await main.getByRole('link', { name: 'Culture', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Culture')
    await expect(page.locator('link[rel=alternate][href$="/rubriques/culture/feed.xml"]')).toHaveCount(1)
    await main.getByRole('link', { name: 'Pédaler, partager, chanter' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pédaler, partager, chanter')
    await main.getByRole('link', { name: 'Mobilité', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mobilité')
  })

  await test.step('whatever is typed is answered calmly', async () => {
    for (const typed of ['&|!:*', '"', '%00', '%ED%A0%80', `${'a'.repeat(10_000)}`, '%E2%80%AEx']) {
      const answer = await page.goto(`/recherche?q=${encodeURI(typed)}&page=-1&ordre=x`)
      expect(answer?.status(), typed.slice(0, 20)).toBeLessThan(500)
    }
    await page.goto('/nulle-part')
    await expect(page.getByRole('searchbox')).toBeVisible()
  })
  await page.context().close()
})

test('a member is met only as they wish, and only while they wish it', async ({
  browser,
  example,
  coordination,
}) => {
  const visitor = await newDevice(browser, example.app, { reducedMotion: 'reduce' })
  const troubles = watch(visitor)
  await visitor.goto('/voix')
  await expect(visitor.getByText('Personne n’a encore demandé de page')).toBeVisible()

  await coordination.goto('/reglages/ma-page')
  await (await awake(coordination.getByLabel('Le nom à montrer'))).fill('La voix des Ors')
  await coordination.getByLabel('Quelques mots sur vous').fill('J’aime les voix qui hésitent.')
  await coordination.getByLabel('Montrer ma page sur le site').check()
  await coordination.getByRole('button', { name: 'Garder' }).click()
  await expect(coordination.getByText('Votre page est en ligne.')).toBeVisible()

  await visitor.reload()
  await (await awake(visitor.getByRole('link', { name: 'La voix des Ors' }))).click()
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('La voix des Ors')
  const address = visitor.url()
  await expect(visitor.getByText('J’aime les voix qui hésitent.')).toBeVisible()
  expect(await faultsOf(visitor)).toEqual([])

  await (await awake(coordination.getByLabel('Montrer ma page sur le site'))).uncheck()
  await coordination.getByRole('button', { name: 'Garder' }).click()
  await expect(coordination.getByText('Vous n’avez pas de page en ligne.')).toBeVisible()
  expect((await visitor.goto(address))?.status()).toBe(404)
  expect(troubles.filter((trouble) => !/status of 404/.test(trouble))).toEqual([])
  await visitor.context().close()
})

test('machines find every public page, its one address and the feed', async ({ browser, example }) => {
  const page = await newDevice(browser, example.app)
  const map = await (await page.request.get('/sitemap.xml')).text()
  const paths = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address]) => new URL(address ?? '').pathname,
  )
  expect(paths).toEqual(
    expect.arrayContaining(['/', latest, '/rubriques/culture', '/themes/mobilite', '/mentions-legales']),
  )
  for (const path of paths) {
    const html = await (await page.request.get(path)).text()
    const tags = [...html.matchAll(/<(?:link|meta)\b[^>]*>/g)].map(([tag]) => tag)
    const has = (...parts: string[]) => tags.some((tag) => parts.every((part) => tag.includes(part)))
    const canonical = `href="${example.app.url}${path === '/' ? '' : path}"`
    expect.soft(has('rel="canonical"', canonical), `${path}: its one address`).toBe(true)
    expect.soft(has('application/rss+xml', '/feed.xml'), `${path}: the feed`).toBe(true)
    expect.soft(has('og:title'), `${path}: a title to share`).toBe(true)
    expect.soft(has('og:image"'), `${path}: a picture to share`).toBe(true)
  }
  for (const [path, kind] of [
    ['/', 'PodcastSeries'],
    [latest, 'PodcastEpisode'],
  ] as const) {
    await page.goto(path)
    const graph = await page.locator('script[type="application/ld+json"]').textContent()
    expect(JSON.parse(graph ?? '')).toMatchObject({ '@context': 'https://schema.org', '@type': kind })
  }
  expect(await (await page.request.get('/humans.txt')).text()).toContain('La Bobine Romanaise')
  await page.goto('/recherche?q=velo')
  const stops = await tabThrough(page, 'Chercher')
  expect(stops[0]).toBe('Aller au contenu')
  await page.context().close()
})
