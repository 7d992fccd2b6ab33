import { type Browser, expect, type Page } from '@playwright/test'
import { awake, enterByCard, makeCard, newDevice, openAsFounder, phone } from './door.ts'
import type { App } from './server.ts'

const lines = [
  { kind: 'theme', title: 'Générique', plannedMs: 30_000 },
  { kind: 'voice', title: 'Chapeau', plannedMs: 240_000, notes: 'Sourire en parlant' },
  { kind: 'studioTalk', title: 'La Conserverie', plannedMs: 390_000 },
  { kind: 'music', title: 'Une chanson', plannedMs: 200_000 },
  { kind: 'voice', title: 'Au revoir', plannedMs: 40_000 },
]

/** A radio with one show that begins now. Gives its address. */
export async function planShow(app: App, desk: Page): Promise<string> {
  await openAsFounder(app, desk, 'Nadia')
  await desk.getByLabel('Nom de l’émission').fill('La voix du marché')
  await desk.getByRole('button', { name: 'Ouvrir l’émission' }).click()
  await expect(desk).toHaveURL(/\/regie\/parametres\?nouveau=1$/)
  await desk.goto('/regie/emissions')
  await desk.getByRole('button', { name: 'Préparer le numéro suivant' }).click()
  await expect(desk).toHaveURL(/\/conducteur$/)
  const episode = new URL(desk.url()).pathname.replace('/conducteur', '')
  await desk.goto(episode)
  const [date = '', time = ''] = new Date().toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).split(' ')
  await desk.getByLabel('Jour de diffusion').fill(date)
  await desk.getByLabel('Heure').fill(time.slice(0, 5))
  await desk.getByRole('button', { name: 'Garder la fiche' }).click()
  await expect(desk.getByText('C’est gardé.')).toBeVisible()
  const status = await desk.evaluate(
    async ([at, added]) => {
      const body = JSON.stringify({ edit: { do: 'add', lines: added } })
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch(`/api/episodes/${at}/rundown`, { method: 'PATCH', headers, body })).status
    },
    [episode.split('/').at(-1), lines] as const,
  )
  expect(status).toBe(200)
  return episode
}

/** The phone of somebody of the technique. */
export async function technician(browser: Browser, app: App, desk: Page): Promise<Page> {
  await desk.goto('/regie/personnes/ajouter')
  await desk.getByLabel('Prénom').fill('Bastien')
  await desk.getByRole('radio', { name: /^Technique/ }).check()
  await desk.getByRole('button', { name: 'Ajouter cette personne' }).click()
  await expect(desk.getByText('Bastien est dans l’équipe')).toBeVisible()
  const { link } = await makeCard(desk, 'Bastien')
  const page = await newDevice(browser, app, { ...phone, reducedMotion: 'reduce' })
  await enterByCard(page, link, 'Bastien')
  return page
}

export const timer = (page: Page) => page.getByRole('timer', { name: 'Temps qui reste à la ligne' })

export async function onAir(page: Page, title: string) {
  await expect(page.getByRole('heading', { name: `À l’antenne : ${title}` })).toBeVisible()
}

export async function press(page: Page, name: string) {
  await (await awake(page.getByRole('button', { name }))).click()
}

/** Gives or takes time until the line is as near its end as `phase` says. */
export async function giveUntil(page: Page, phase: string, give: string | (() => Promise<void>)) {
  for (let n = 0; n < 20 && (await timer(page).getAttribute('data-phase')) !== phase; n++) {
    const before = await timer(page).textContent()
    await (typeof give === 'string' ? press(page, give) : give())
    await expect(timer(page)).not.toHaveText(before ?? '')
  }
  await expect(timer(page)).toHaveAttribute('data-phase', phase)
}

/** Two presses within a moment are one. */
export async function calm(page: Page) {
  await page.waitForTimeout(900)
}
