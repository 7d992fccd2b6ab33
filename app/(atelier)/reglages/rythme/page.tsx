import { requireActor } from '#app/_door/session.ts'
import { paceWords } from '#app/_story/pace-words.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readPace } from '#lib/story/reading-pace.server.ts'
import { readingTest } from '#lib/story/reading-test.ts'
import { ForgetPace } from './forget-pace.tsx'
import { ReadingTest } from './reading-test.tsx'

export const metadata = { title: 'Mon rythme de lecture' }

/** How fast one reads aloud, how that is known, and a test of a minute. */
export default async function Page() {
  const actor = await requireActor('/reglages/rythme')
  const pace = await readPace(theDb(), actor.memberId)
  return (
    <>
      <PageHeader
        title="Mon rythme de lecture"
        back={{ href: '/sujets', label: 'Sujets' }}
        standfirst="La durée de vos textes est comptée à votre rythme. Il n’y a pas de bon ou de mauvais rythme."
      />
      <div className="grid max-w-2xl grid-cols-1 gap-8">
        <p className="tabular">{paceWords(pace)}</p>
        <section aria-labelledby="essai" className="grid grid-cols-1 gap-4">
          <h2 id="essai">Mesurer en une minute</h2>
          <ReadingTest>
            {readingTest.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </ReadingTest>
          <noscript>
            <p>Pour cette mesure, il faut que JavaScript soit permis dans votre navigateur.</p>
          </noscript>
        </section>
        {pace.isOwn && <ForgetPace />}
      </div>
    </>
  )
}
