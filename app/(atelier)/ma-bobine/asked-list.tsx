import { ofName } from '#app/_ui/name-words.ts'
import type { MyStory, ToReadOver } from '#lib/story/next-thing.ts'
import { HomeList } from './home-list.tsx'

type Props = { toReadOver: readonly ToReadOver[]; shared: readonly MyStory[] }

/** What others ask: texts to read over, stories that are shared and not finished. */
export function AskedList({ toReadOver, shared }: Props) {
  const unfinished = shared.filter(({ state }) => state === 'idea' || state === 'draft')
  const aside = (words: string) => <span className="text-ink-2">{words}</span>
  return (
    <HomeList
      title="On vous demande"
      lines={[
        ...toReadOver.map(({ id, title, author, isAskedOfMe }) => ({
          ...{ id: `relire-${id}`, href: '/relectures', title },
          aside: aside(isAskedOfMe ? `À relire pour ${author}` : `À relire, ${ofName(author)}`),
        })),
        ...unfinished.map(({ id, title, author }) => ({
          ...{ id, href: `/sujets/${id}`, title },
          aside: aside(`Un coup de main pour ${author}`),
        })),
      ]}
    />
  )
}
