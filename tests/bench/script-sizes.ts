import type { Page } from '@playwright/test'

/** A file of script as it travelled, and what it is there for. */
export type Script = { url: string; bytes: number; holds: string }

/** What a file holds is told by words that its authors left in it. */
const marks: readonly [what: string, mark: RegExp][] = [
  [
    'react-dom: draws every page',
    /getOwnPropertyDescriptor\("?.{0,20}react-dom|hydrateRoot|reactFiberConfig|__reactProps/,
  ],
  ['next: moves between pages', /ACTION_HMR_REFRESH|appRouterInstance|next-router-state-tree/i],
  ['prosemirror: the editor itself', /contentMatchAt|ProseMirror-selectednode/],
  ['tiptap: the editor’s blocks and keys', /addKeyboardShortcuts|addProseMirrorPlugins/],
  ['yjs: writing together and offline', /encodeStateAsUpdate|YXmlFragment|Yjs was already imported/],
  ['hocuspocus: the way to the server', /HocuspocusProvider|hocuspocus/i],
  ['react-aria: menus', /react-aria|MenuTrigger/],
  ['the radio’s own words, counts and cleaning', /Ce passage est|C’est gardé|kilomètre à l’heure/],
  ['tus: sounds sent piece by piece', /Tus-Resumable/i],
]

/** The script of a page that nobody has opened before, largest first: until `ready` is there and nothing comes any more. */
export async function scriptsOf(page: Page, url: string, ready: string): Promise<Script[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const scripts = new Map<string, { url: string; bytes: number }>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, { url: response.url, bytes: 0 })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId)
    if (script) script.bytes = encodedDataLength
  })
  await page.goto(url)
  await page.waitForSelector(ready)
  await page.waitForLoadState('networkidle')
  const sorted = [...scripts.values()].sort((a, b) => b.bytes - a.bytes)
  return await Promise.all(
    sorted.map(async (script) => {
      const text = await (await page.request.get(script.url)).text()
      const holds = marks.filter(([, mark]) => mark.test(text)).map(([what]) => what)
      return { ...script, holds: holds.join('; ') || 'other' }
    }),
  )
}
