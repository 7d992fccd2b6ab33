// The listeners' service worker, apart from that of members (/sw.js): it is there only once somebody has kept an episode
// for later (app/_keep). It plays kept sounds without network, and opens the page that lists them. It rules
// /hors-ligne and /emissions, nothing else.

const PAGE = '/hors-ligne'
/** Sounds, and a note about each; filled and emptied by the pages. */
const SOUNDS = 'bobine-ecoute-sons'
/** The page, and all that it loads. */
const COPY = 'bobine-ecoute-page'
const pieces = /^\/(_next\/static\/chunks|fonts|marque)\//
const anyHeaders = { ignoreVary: true }

self.addEventListener('install', (event) => event.waitUntil(keepPage().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => {
  if (event.data?.kind === 'keep-page') event.waitUntil(keepPage().catch(() => undefined))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin || request.method !== 'GET') return
  if (pathname.startsWith('/audio/')) event.respondWith(sound(request, pathname))
  else if (pieces.test(pathname)) event.respondWith(piece(request, pathname))
  else if (request.mode === 'navigate') event.respondWith(pathname === PAGE ? page(event) : elsewhere(request))
})

/** A kept sound, whole or the stretch that the player asks for. */
async function sound(request, path) {
  const kept = await caches.match(path, { cacheName: SOUNDS, ...anyHeaders })
  if (!kept) return fetch(request)
  const body = await kept.blob()
  const headers = { 'Content-Type': kept.headers.get('Content-Type'), 'Accept-Ranges': 'bytes' }
  const stretch = stretchOf(request.headers.get('Range'), body.size)
  if (!stretch) return new Response(body, { headers: { ...headers, 'Content-Length': body.size } })
  const { start, end } = stretch
  if (start > end)
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${body.size}` } })
  return new Response(body.slice(start, end + 1, body.type), {
    status: 206,
    headers: {
      ...headers,
      'Content-Length': end - start + 1,
      'Content-Range': `bytes ${start}-${end}/${body.size}`,
    },
  })
}

/** First and last byte of a Range header; null for none, or for several at once: the whole is right then too. */
function stretchOf(header, size) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (!from && !to) return null
  if (!from) return { start: Math.max(0, size - Number(to)), end: size - 1 }
  return { start: Number(from), end: to ? Math.min(Number(to), size - 1) : size - 1 }
}

/** The page as it is now, and a fresh copy of it; without network its copy. */
async function page({ request }) {
  try {
    const response = await fetch(request)
    if (response.status < 500) return response
  } catch {
    // The copy, then.
  }
  return (await caches.match(PAGE, { cacheName: COPY, ...anyHeaders })) ?? Response.error()
}

/** Without network any other page of ours leads to what is kept. */
async function elsewhere(request) {
  return await fetch(request).catch(() => Response.redirect(PAGE, 302))
}

async function piece(request, path) {
  return (await caches.match(path, { cacheName: COPY, ...anyHeaders })) ?? (await fetch(request))
}

/** Copies the page with its scripts, styles and faces: first what it loads, so that a page that has a copy opens. */
async function keepPage() {
  const response = await fetch(PAGE, { cache: 'no-store' })
  if (!response.ok) throw new Error(`The page answered ${response.status}`)
  const html = await response.text()
  const copy = await caches.open(COPY)
  const used = new Set([PAGE])
  const todo = namesIn(html)
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (used.has(path)) continue
    used.add(path)
    if (!(await copy.match(path, anyHeaders))) await copy.add(path)
    if (path.endsWith('.js')) todo.push(...namesIn(await (await copy.match(path, anyHeaders)).text()))
  }
  const headers = new Headers(response.headers)
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name)
  await copy.put(PAGE, new Response(html, { headers }))
  for (const old of await copy.keys()) if (!used.has(new URL(old.url).pathname)) await copy.delete(old)
}

const namesIn = (text) => [
  ...(text.match(/static\/chunks\/[\w.~-]+\.(?:js|css)/g) ?? []).map((name) => `/_next/${name}`),
  ...(text.match(/\/fonts\/[\w-]+\.woff2/g) ?? []),
]
