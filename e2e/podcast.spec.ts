import { expect } from '@playwright/test'
import { faultsOf } from './access.ts'
import { awake } from './door.ts'
import { linkTo } from './links.ts'
import { test } from './walk.ts'

test('what the coordination says of the podcast is in its feed, and an episode has its extract', async ({
  coordination: page,
  example,
}) => {
  const feed = async () => await (await fetch(`${example.app.url}/feed.xml`)).text()
  await page.goto('/regie/parametres')
  const podcast = page.getByRole('region', { name: 'Le podcast' })
  await podcast.getByLabel('Adresse pour soutenir l’émission').fill('helloasso.com/la-bobine')
  await podcast.getByLabel('Sa position').fill('45,0464 ; 5,0517')
  await (await awake(podcast.getByRole('button', { name: 'Garder le podcast' }))).click()
  await expect(podcast.getByText('Écrivez l’adresse entière, comme https://')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await expect(podcast.getByLabel('Sa position')).toHaveValue('45,0464 ; 5,0517')

  await podcast.getByLabel('Adresse pour soutenir l’émission').fill('https://dons.example.org/bobine')
  await (await awake(podcast.getByRole('button', { name: 'Garder le podcast' }))).click()
  await expect(podcast.getByText('C’est gardé.')).toBeVisible()
  const said = await feed()
  expect(said).toContain('<podcast:funding url="https://dons.example.org/bobine">Soutenir ')
  expect(said).toContain('geo="geo:45.0464,5.0517"')
  const rubric = await fetch(`${example.app.url}/rubriques/developpement-durable/feed.xml`)
  expect(rubric.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
  expect(await rubric.text()).toContain('Développement durable</title>')

  const making = await linkTo(page, '/regie/emissions', /^Conducteur$/)
  await page.goto(making.replace(/\/conducteur$/, ''))
  const apps = page.getByRole('region', { name: 'Dans les applications' })
  await apps.getByLabel('L’extrait commence à').fill('0:05')
  await apps.getByLabel('Il dure').fill('5 s')
  await (await awake(apps.getByRole('button', { name: 'Garder pour les applications' }))).click()
  await expect(apps.getByText('Un extrait dure au moins 15 secondes.')).toBeVisible()
  await apps.getByLabel('Il dure').fill('30 s')
  await (await awake(apps.getByRole('button', { name: 'Garder pour les applications' }))).click()
  await expect(apps.getByText('C’est gardé.')).toBeVisible()
  await page.reload()
  await expect(apps.getByLabel('Il dure')).toHaveValue('0:30')
  expect(await faultsOf(page)).toEqual([])
})
