// The service worker: with it a phone that has opened La Bobine once opens it in a tunnel. Served at /sw.js, where
// `BUILD` stands before it. It keeps copies of a member's own pages, and the scripts and styles that these name;
// never sounds, never answers of the API, never a page that does not say whose it is (`data-member`).
/* global BUILD */

/** Scripts and styles: their names change with their bytes, so a copy is right for ever. */
const PIECES = 'bobine-pieces'
/** Faces, mark, icon: the copy first, a fresh one for next time. */
const HOUSE = 'bobine-maison'
/** Followed by the member's id: phones are shared. */
const PAGES = 'bobine-pages.'
const NOTES = 'bobine-notes'
const WHO = '/qui'

/** How long a page may take on a bad network before its copy is shown. */
const PATIENCE_MS = 3000
/** A copy is renewed beside the page at most this often. */
const RENEW_MS = 600_000
const MOST_PAGES = 80
const BUILD_HEADER = 'X-Copy-Of-Build'

const keptPlaces = /^\/(ma-bobine|sujets|envois|recu|aide|comite|mon-carnet)(\/|$)/
const memberPlaces = /^\/(bienvenue|regie|reglages|confort)(\/|$)/
const doors = /^\/(entrer$|c\/)/
const house = /^\/(fonts|marque)\/|^\/(favicon\.ico|manifest\.webmanifest)$/

/** Rises each time that copies are forgotten: what was asked before is not kept any more. */
let round = 0
/** Pages that were shown from a copy, by client id. */
const shownFromCopy = new Set()
/** Paths whose network was too slow a moment ago: their copy is shown at once. */
const slow = new Set()
const renewedAt = new Map()
/** What each script may load later. */
const namedBy = new Map()

// An update waits until no page of the former build is open: it never breaks one.
self.addEventListener('activate', (event) => event.waitUntil(begin()))
self.addEventListener('fetch', (event) => {
  const answer = answerTo(event)
  if (answer) event.respondWith(answer)
})
self.addEventListener('message', (event) => {
  const { kind, paths = [] } = event.data ?? {}
  if (kind === 'keep') event.waitUntil(keepAll(paths))
  if (kind === 'forget') event.waitUntil(forgetPages())
  if (kind === 'is-copy') event.ports[0]?.postMessage(shownFromCopy.has(event.source?.id))
})

async function begin() {
  await dropUnusedPieces()
  await self.clients.claim()
}

/** The answer to a request, or null for the browser's own. */
function answerTo(event) {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin) return null
  if (request.method === 'POST' && request.mode === 'navigate' && pathname === '/recu') return receive(event)
  if (request.method !== 'GET') return null
  if (pathname.startsWith('/_next/static/chunks/')) return piece(request)
  if (house.test(pathname)) return houseThing(event)
  const isFlight = request.headers.get('RSC') === '1'
  const isAhead = request.headers.has('Next-Router-Prefetch') || request.headers.has('Purpose')
  if (doors.test(pathname) && !isAhead && (isFlight || request.mode === 'navigate')) return door(event)
  if (!keptPlaces.test(pathname) && !memberPlaces.test(pathname)) return null
  if (request.mode === 'navigate') return page(event)
  return isFlight && !isAhead ? flight(event) : null
}

/** Whoever stands at the door is signed out, or about to be somebody else: no copy stays. Texts not sent yet do. */
async function door(event) {
  const response = await fetch(event.request).catch(() => null)
  if (!response) return event.request.mode === 'navigate' ? noNetwork() : Response.error()
  event.waitUntil(forgetPages())
  return response
}

/** A page: from the network when it comes in time, else as it was. */
async function page(event) {
  const { pathname } = new URL(event.request.url)
  const asked = askFor(event, event.request)
  const copy = await findCopy(event.request.url)
  const isHome = pathname === '/bienvenue' && (await who()) !== null
  if (!copy && !isHome) return asked.catch(noNetwork)
  const patience = slow.delete(pathname) ? 0 : PATIENCE_MS
  const came = await Promise.race([asked.catch(() => null), wait(patience)])
  if (came && came.status < 500) return came
  if (!copy) return Response.redirect('/ma-bobine', 302)
  shownFromCopy.add(event.resultingClientId)
  event.waitUntil(asked.then(() => tellFresh(event.resultingClientId)).catch(() => undefined))
  return copy
}

/** The page came after all: who looks at its copy may see it anew. */
async function tellFresh(clientId) {
  const client = await self.clients.get(clientId)
  client?.postMessage({ kind: 'fresh' })
}

/** Next's own way from page to page. When it fails, Next asks for the whole page, which has a copy. */
async function flight(event) {
  const { url } = event.request
  const { pathname } = new URL(url)
  const client = await self.clients.get(event.clientId)
  if (client && new URL(client.url).pathname === pathname) return refreshed(event.request)
  const asked = fetch(event.request)
  if (!(await findCopy(url))) {
    event.waitUntil(asked.then(() => renew(pathname)).catch(() => undefined))
    return asked
  }
  const came = await Promise.race([asked.catch(() => null), wait(PATIENCE_MS)])
  if (came) {
    event.waitUntil(renew(pathname))
    return came
  }
  asked.catch(() => undefined)
  slow.add(pathname)
  return Response.error()
}

/**
 * A page that asks for itself again has all it needs: it waits for the network. A failure would load its copy in its
 * place, which asks again.
 */
async function refreshed(request) {
  for (let tries = 0; tries < 20; tries += 1) {
    const came = await fetch(request).catch(() => null)
    if (came) return came
    await wait(PATIENCE_MS)
  }
  return Response.error()
}

/** Asks the network, and keeps a copy of what comes, however late. */
function askFor(event, request) {
  const mine = round
  const asked = fetch(request)
  const kept = asked.then((response) => keepPage(request.url ?? request, response.clone(), mine))
  event.waitUntil(kept.catch(() => undefined))
  return asked
}

async function keepAll(paths) {
  for (const path of paths) {
    const copy = await findCopy(path)
    if (copy?.headers.get(BUILD_HEADER) !== BUILD) await renew(path)
  }
}

async function renew(path) {
  const now = performance.now()
  if (!keptPlaces.test(path) || now - (renewedAt.get(path) ?? -RENEW_MS) < RENEW_MS) return
  renewedAt.set(path, now)
  const mine = round
  try {
    await keepPage(path, await fetch(path, { redirect: 'manual' }), mine)
  } catch {
    renewedAt.delete(path)
  }
}

/** Keeps a page under the member whom it names, with all that it may load. */
async function keepPage(address, response, mine) {
  const { pathname, search } = new URL(address, self.location.origin)
  if (response.status === 404) return void (await dropCopy(pathname))
  const isHtml = response.headers.get('Content-Type')?.startsWith('text/html')
  if (!response.ok || response.redirected || !isHtml) return
  const html = await response.text()
  const member = /data-member="([0-9a-f-]{36})"/.exec(html)?.[1]
  if (!member || mine !== round) return
  if ((await who()) !== member) await changeTo(member)
  if (!keptPlaces.test(pathname)) return
  // The pieces first: a page that has a copy opens.
  await keepPieces(html)
  if (mine !== round) return
  const headers = new Headers(response.headers)
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name)
  headers.set(BUILD_HEADER, BUILD)
  const copies = await caches.open(PAGES + member)
  await copies.delete(pathname + search)
  await copies.put(pathname + search, new Response(html, { headers }))
  const all = await copies.keys()
  for (const old of all.slice(0, Math.max(0, all.length - MOST_PAGES))) await copies.delete(old)
  if (mine !== round) await caches.delete(PAGES + member)
}

async function dropCopy(pathname) {
  const member = await who()
  if (member) await (await caches.open(PAGES + member)).delete(pathname, { ignoreSearch: true })
}

/** The copy of a page of whoever is here, or null. */
async function findCopy(address) {
  const member = await who()
  if (!member) return null
  const url = new URL(address, self.location.origin)
  url.searchParams.delete('_rsc')
  const copies = await caches.open(PAGES + member)
  const found = await copies.match(url.pathname + url.search)
  return found ?? (await copies.match(url.pathname, { ignoreSearch: true })) ?? null
}

/** Keeps the scripts and styles that a page names, and those that these may load later. */
async function keepPieces(html) {
  const pieces = await caches.open(PIECES)
  const todo = [...namesIn(html), ...(html.match(/\/fonts\/[\w-]+\.woff2/g) ?? [])]
  const seen = new Set()
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const copies = path.startsWith('/fonts/') ? await caches.open(HOUSE) : pieces
    todo.push(...(await namesKeptOf(copies, path)))
  }
}

async function namesKeptOf(copies, path) {
  const known = namedBy.get(path)
  if (known && (await copies.match(path))) return known
  let copy = await copies.match(path)
  if (!copy) {
    const response = await fetch(path)
    if (!response.ok) return []
    await copies.put(path, response.clone())
    copy = response
  }
  const names = path.endsWith('.js') ? namesIn(await copy.text()) : []
  namedBy.set(path, names)
  return names
}

const namesIn = (text) =>
  (text.match(/static\/chunks\/[\w.~-]+\.(?:js|css)/g) ?? []).map((name) => `/_next/${name}`)

async function piece(request) {
  const pieces = await caches.open(PIECES)
  const copy = await pieces.match(request)
  if (copy) return copy
  const response = await fetch(request)
  if (response.ok) await pieces.put(request, response.clone())
  return response
}

async function houseThing(event) {
  const things = await caches.open(HOUSE)
  const copy = await things.match(event.request)
  const fresh = fetch(event.request).then(async (response) => {
    if (response.ok) await things.put(event.request, response.clone())
    return response
  })
  event.waitUntil(fresh.catch(() => undefined))
  return copy ?? fresh
}

/** Pieces that no copied page names any more. Runs while no page is open that could still load one. */
async function dropUnusedPieces() {
  const used = new Set()
  const pieces = await caches.open(PIECES)
  for (const name of (await caches.keys()).filter((one) => one.startsWith(PAGES))) {
    const copies = await caches.open(name)
    for (const address of await copies.keys()) {
      const html = await (await copies.match(address))?.text()
      const todo = namesIn(html ?? '')
      for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
        if (used.has(path)) continue
        used.add(path)
        const script = path.endsWith('.js') ? await pieces.match(path) : undefined
        todo.push(...namesIn((await script?.text()) ?? ''))
      }
    }
  }
  for (const one of await pieces.keys()) if (!used.has(new URL(one.url).pathname)) await pieces.delete(one)
}

async function who() {
  return (await (await caches.open(NOTES)).match(WHO))?.text() ?? null
}

async function changeTo(member) {
  await dropPages((name) => name !== PAGES + member)
  await (await caches.open(NOTES)).put(WHO, new Response(member))
}

async function forgetPages() {
  round += 1
  renewedAt.clear()
  await caches.delete(NOTES)
  await dropPages(() => true)
}

async function dropPages(isTold) {
  for (const name of await caches.keys())
    if (name.startsWith(PAGES) && isTold(name)) await caches.delete(name)
}

/** Sounds that another app hands over: kept here first, network or not; the page asks where they belong. */
async function receive(event) {
  const form = await event.request.formData()
  const files = form.getAll('sons').filter((one) => one instanceof File && one.size > 0)
  const memberId = (await who()) ?? ''
  try {
    for (const file of files) {
      const { name, type, lastModified } = file
      await putSound({
        id: crypto.randomUUID(),
        memberId,
        name,
        type,
        lastModified,
        sound: file,
        place: null,
      })
    }
  } catch {
    return Response.redirect('/recu?plein=1', 303)
  }
  return Response.redirect(files.length > 0 ? '/recu' : '/recu?vide=1', 303)
}

/** As `received-shelf.ts` reads it. */
function putSound(sound) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bobine-recus', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('sounds', { keyPath: 'id' })
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const keeping = opening.result.transaction('sounds', 'readwrite', { durability: 'strict' })
      keeping.objectStore('sounds').put(sound)
      keeping.oncomplete = () => resolve(opening.result.close())
      keeping.onabort = () => reject(keeping.error)
    }
  })
}

const wait = (ms) => new Promise((resolve) => setTimeout(() => resolve(null), ms))

/** For a page that was never opened on this phone. */
function noNetwork() {
  const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Pas de réseau</title><style>body{font:1.125rem/1.6 system-ui,sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem;
color:#1f1b16;background:#fbf7f0}a{display:inline-block;min-height:3rem;line-height:3rem;color:#1e5b4f;font-weight:700}
@media(prefers-color-scheme:dark){body{color:#f6efe4;background:#171310}a{color:#7fd1bc}}</style>
<main><h1>Pas de réseau</h1><p>Ce qui est gardé sur ce téléphone l’est toujours. Cette page, elle, n’a pas encore été
ouverte ici : elle viendra avec le réseau.</p><p><a href="/ma-bobine">Ma bobine</a></p><p><a href="/sujets">Mes sujets</a></p>
<p><a href="/envois">Ce qui attend d’être envoyé</a></p><p><a href="/hors-ligne">Les émissions gardées pour plus tard</a></p></main></html>`
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }
  return new Response(html, { status: 503, statusText: 'No network', headers })
}
