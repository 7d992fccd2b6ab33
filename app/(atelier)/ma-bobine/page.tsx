import { CalendarHeart, Contact } from 'lucide-react'
import { requireActor } from '#app/_door/session.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readHome } from '#lib/story/home.server.ts'
import { nextThing } from '#lib/story/next-thing.ts'
import { AskedList } from './asked-list.tsx'
import { MyStories } from './my-stories.tsx'
import { NextCard } from './next-card.tsx'
import { NextShow } from './next-show.tsx'

export const metadata = { title: 'Ma bobine' }

/** A member's home: the one next thing, then their stories, what others ask of them, the next show. */
export default async function Page() {
  const actor = await requireActor('/ma-bobine')
  const { stories, toReadOver, taken } = await readHome(theDb(), actor)
  const next = nextThing({ stories, toReadOver })
  const shownId = 'story' in next ? next.story.id : 'text' in next ? next.text.id : null
  const isElsewhere = ({ id }: { id: string }) => id !== shownId
  return (
    <>
      <PageHeader title={`Bonjour ${actor.name}`} />
      <div className="grid max-w-2xl gap-8">
        <NextCard next={next} />
        <AskedList
          toReadOver={toReadOver.filter(isElsewhere)}
          shared={stories.filter(({ isMine }) => !isMine).filter(isElsewhere)}
        />
        <MyStories stories={stories.filter(({ isMine }) => isMine).filter(isElsewhere)} taken={taken} />
        <NextShow />
        <p>
          <ButtonLink href="/reglages/calendrier" variant="quiet" icon={<CalendarHeart />}>
            Mon calendrier
          </ButtonLink>
          <ButtonLink href="/reglages/ma-page" variant="quiet" icon={<Contact />}>
            Ma page sur le site
          </ButtonLink>
        </p>
      </div>
    </>
  )
}
