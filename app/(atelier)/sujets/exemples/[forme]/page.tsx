import { ArrowRight } from 'lucide-react'
import { notFound } from 'next/navigation'
import { requireActor } from '#app/_door/session.ts'
import { formWords } from '#app/_story/form-words.tsx'
import { LengthWords } from '#app/_story/length-words.tsx'
import { StoryText } from '#app/_story/story-text.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { beginningFrom, isNamed, type Search, stepHref } from '#app/(atelier)/sujets/nouveau/beginning.ts'
import { formExamples } from '#lib/example/form-examples.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { storyForms } from '#lib/story/form.ts'
import { spokenWords } from '#lib/story/speech.ts'
import { readingWpm } from '#lib/time/reading.ts'

type Props = { params: Promise<{ forme: string }>; searchParams: Promise<Search> }

export const metadata = { title: 'Un exemple' }

/** A whole text of one form to read; whoever came from the three questions goes on with it from here. */
export default async function Page({ params, searchParams }: Props) {
  const { forme } = await params
  await requireActor(`/sujets/exemples/${forme}`)
  const form = storyForms.find((one) => one === forme)
  if (!form) notFound()
  const { beginning } = beginningFrom(await searchParams)
  const { one, is } = formWords[form]
  const content = contentFromBlocks(formExamples[form])
  const isAsked = isNamed(beginning)
  const back = isAsked
    ? { href: stepHref(beginning, 2), label: 'Question 2' }
    : { href: '/sujets', label: 'Sujets' }
  return (
    <>
      <PageHeader title={`Exemple : ${one}`} back={back} standfirst={is} />
      <div className="grid grid-cols-1 gap-6">
        <StoryText content={content} for="members" />
        <LengthWords words={spokenWords(content)} wpm={readingWpm.default} />
        <p>
          <ButtonLink
            href={stepHref({ ...beginning, form }, isAsked ? 3 : 1)}
            variant="primary"
            icon={<ArrowRight />}
          >
            Raconter comme cela
          </ButtonLink>
        </p>
      </div>
    </>
  )
}
