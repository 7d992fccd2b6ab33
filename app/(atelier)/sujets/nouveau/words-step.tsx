import { ofName } from '#app/_ui/name-words.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { firstAsk } from '#lib/story/skeleton.ts'
import { type Beginning, stepHref } from './beginning.ts'
import { OpenStory } from './open-story.tsx'

type Props = { memberId: string; beginning: Beginning; author: string | null }

/** The third question: the first words. They may wait. */
export function WordsStep({ memberId, beginning, author }: Props) {
  const hint = beginning.form
    ? firstAsk(beginning.form)
    : 'Comme vous le diriez à quelqu’un que vous aimez bien.'
  const open = beginning.isProposal
    ? 'Proposer mon idée'
    : author
      ? `Ouvrir le sujet ${ofName(author)}`
      : 'Ouvrir mon sujet'
  return (
    <>
      <PageHeader
        title="Quels sont les premiers mots ?"
        back={{ href: stepHref(beginning, 2), label: 'Question 2' }}
        standfirst="Question 3 sur 3. Vous pouvez aussi laisser vide et écrire plus tard."
      />
      <OpenStory memberId={memberId} beginning={beginning} hint={hint} open={open} />
    </>
  )
}
