import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { parseFeed } from 'podcast-partytime'

const EVERY_MS = 20
/** A page costs its server as much as many feeds: of so many looks one is at the page, so that it can keep up. */
const PAGE_EACH = 8
/** On a machine that does not keep up, looks come later, not ever more at once. */
const AT_ONCE = 6

/** A listener who looks at the feed and the page of an episode, and at all that each names. */
export class Looker {
  count = 0
  newest = 0
  readonly mixed: string[] = []
  readonly seen = new Set<number>()
  private readonly sums = new Map<string, Promise<string>>()
  private stopped = false
  private readonly since = performance.now()
  private readonly site: string
  private readonly slug: string
  /** Which edition a master belongs to. */
  private readonly editions: ReadonlyMap<string, number>

  constructor(site: string, slug: string, editions: ReadonlyMap<string, number>) {
    this.site = site
    this.slug = slug
    this.editions = editions
  }

  /** Looks a second, so far. */
  perSecond(): number {
    return Math.round((this.count / (performance.now() - this.since)) * 10_000) / 10
  }

  stop() {
    this.stopped = true
  }

  async lookUntilStopped(): Promise<void> {
    const looks = new Set<Promise<void>>()
    for (let turn = 1; !this.stopped; turn++) {
      if (looks.size >= AT_ONCE) await Promise.race(looks)
      const look = this.look(turn % PAGE_EACH === 0 ? 'page' : 'feed').finally(() => looks.delete(look))
      looks.add(look)
      await wait(Math.max(0, this.since + turn * EVERY_MS - performance.now()))
    }
    await Promise.all(looks)
  }

  private async look(at: 'feed' | 'page') {
    const before = this.newest
    try {
      const told = at === 'feed' ? await this.readFeed() : await this.readPage()
      const [edition = 0] = told
      if (told.some((one) => one !== edition)) this.mixed.push(`${at}: ${told.join(', ')}`)
      // What was asked after a newer edition had been read whole may not be older.
      if (edition < before) this.mixed.push(`${at}: ${edition} after ${before}`)
      this.seen.add(edition)
      this.newest = Math.max(this.newest, edition)
    } catch (error) {
      this.mixed.push(`${at}: ${error instanceof Error ? error.message : String(error)}`)
    }
    this.count++
  }

  /** The edition that each part tells: words, sound, chapters, transcript. */
  private async readFeed(): Promise<number[]> {
    const text = await this.get('/feed.xml')
    const item = parseFeed(text)?.items.find(({ link }) => link?.endsWith(`/${this.slug}`))
    if (!item) throw new Error('The episode is not in the feed')
    if (!text.trimEnd().endsWith('</rss>')) throw new Error('The feed is cut')
    const { url, length } = item.enclosure
    const head = await fetch(url, { method: 'HEAD' })
    if (!head.ok || Number(head.headers.get('content-length')) !== length)
      throw new Error(`${head.status}, ${head.headers.get('content-length')} bytes of ${length} at ${url}`)
    const sum = await this.sumOf(url)
    if (head.headers.get('etag') !== `"${sum}"`) throw new Error(`Other bytes than announced at ${url}`)
    const chapters = JSON.parse(await this.get(item.podcastChapters?.url ?? '')) as { title: string }
    const texts = (item.podcastTranscripts ?? []).map((one) => this.get(one.url))
    if (texts.length < 2) throw new Error('No transcript')
    const read = [item.title, item.description, chapters.title, ...(await Promise.all(texts))]
    return [this.editionOf(url), ...read.map(editionIn)]
  }

  private async readPage(): Promise<number[]> {
    const text = await this.get(`/emissions/${this.slug}`)
    const body = text.slice(text.indexOf('<body'))
    const told = [...body.matchAll(/(?:Édition|l’édition) (\d+)/g)].map(([, number]) => Number(number))
    const sounds = [...text.matchAll(/\/audio\/([0-9a-f-]{36})\.mp3/g)].map(([, id]) =>
      this.editionOf(id ?? ''),
    )
    for (const part of [/<h1[^>]*>Édition/, /Résumé de l’édition/, /Ici le texte de l’édition/])
      if (!part.test(body)) throw new Error(`${part} is missing on the page`)
    if (sounds.length === 0) throw new Error('The page has no sound')
    return [...told, ...sounds]
  }

  private editionOf(address: string): number {
    const id = /([0-9a-f-]{36})(?:\.mp3)?$/.exec(address)?.[1] ?? ''
    return this.editions.get(id) ?? -1
  }

  private async get(address: string): Promise<string> {
    const answer = await fetch(new URL(address, this.site))
    if (!answer.ok) throw new Error(`${answer.status} from ${address}`)
    return await answer.text()
  }

  /** An address has the same bytes for ever: each is fetched whole once. */
  private sumOf(url: string): Promise<string> {
    const known = this.sums.get(url)
    if (known) return known
    const sum = fetch(url).then(async (answer) =>
      createHash('sha256')
        .update(Buffer.from(await answer.arrayBuffer()))
        .digest('hex'),
    )
    this.sums.set(url, sum)
    return sum
  }
}

const editionIn = (text: string | undefined) => Number(/[Éé]dition\s+(\d+)/.exec(text ?? '')?.[1] ?? -1)
