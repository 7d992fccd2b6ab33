import { audioPath, embedPath, episodePath } from '#lib/publishing/addresses.ts'
import type { PublicationCard } from '#lib/publishing/publication.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { embedLook } from './embed-look.ts'
import { type Html, html } from './html.ts'

type Embed = {
  episode: Pick<PublicationCard, 'title' | 'slug' | 'masterId' | 'durationMs' | 'chapters'>
  show: string
  baseUrl: string
  /** Where to start, in seconds. */
  startAt: number | null
  /** Of this answer's content security policy. */
  nonce: string
}

/**
 * The player that other sites show in a frame: a page of its own without Next's script, which would weigh more than
 * all the rest. It keeps nothing on the device, asks nobody else, and without script it is the browser's own player.
 */
export function embedPage({ episode, show, baseUrl, startAt, nonce }: Embed): string {
  const { title, slug, masterId, durationMs, chapters } = episode
  const page = baseUrl + episodePath(slug)
  const sound = audioPath(masterId) + (startAt === null ? '' : `#t=${startAt}`)
  const document = html`<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${show}</title><meta name="robots" content="noindex"><link rel="canonical" href="${page}">
<link rel="icon" href="/marque/icon.svg" type="image/svg+xml">
<style nonce="${nonce}">${{ html: embedLook }}</style></head>
<body><main data-length="${durationMs / 1000}" data-start="${startAt ?? 0}">
<p class="show">${show}</p>
<h1><a href="${page}" target="_blank" rel="noopener">${title}</a></h1>
<audio controls preload="none" src="${sound}"></audio>
${controls(title, durationMs)}
<p id="said" role="status"></p>
${chapters.length > 1 ? chapterList(episode) : null}
<a class="more" href="${page}" target="_blank" rel="noopener">Lire le texte de l’émission (nouvel onglet)</a>
</main><script nonce="${nonce}" src="/lecteur.js" defer></script></body></html>
`
  return document.html
}

function controls(title: string, durationMs: number): Html {
  return html`<div id="controls" hidden><div class="row">
<button type="button" id="play">Écouter</button>
<button type="button" data-jump="-15" aria-label="Reculer de 15 s">−15 s</button>
<button type="button" data-jump="30" aria-label="Avancer de 30 s">+30 s</button>
<span class="time"><span id="at">0:00</span> sur ${formatDuration(durationMs)}</span>
</div><input type="range" id="place" min="0" max="${Math.floor(durationMs / 1000)}" step="5" value="0" aria-label="Avancer dans « ${title} »"></div>`
}

/** Without script each chapter is a link that opens the player there. */
function chapterList({ chapters, slug }: Embed['episode']): Html {
  const lines = chapters.map(({ title, startMs }) => {
    const at = Math.floor(startMs / 1000)
    return html`<li><a href="${embedPath(slug)}?t=${at}" data-at="${startMs / 1000}"><span class="time">${formatDuration(startMs)}</span> ${title}</a></li>`
  })
  return html`<details><summary>Chapitres</summary><ol>${lines}</ol></details>`
}
