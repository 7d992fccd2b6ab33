import { Download } from 'lucide-react'
import { requireActor } from '#app/_door/session.ts'
import { currentShow } from '#app/_show/current-show.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { openToPrint } from '#app/(atelier)/sujets/[id]/imprimer/open.ts'
import { PrintButton } from '#app/regie/emissions/[id]/imprimer/print-button.tsx'
import { interviewFacts, interviewOf } from '#lib/story/interview.ts'
import { InterviewEnd } from './interview-end.tsx'
import { InterviewQuestions } from './interview-questions.tsx'
import { WritingLines } from './writing-lines.tsx'

export const metadata = { title: 'Feuille d’interview' }

/** The sheet that one takes along to an interview. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  await requireActor(`/sujets/${id}/imprimer/interview`)
  const { story, content } = await openToPrint(id)
  const { leadIns, questions } = interviewOf(content)
  const show = await currentShow()
  return (
    <>
      <PageHeader
        title={story.title}
        back={{ href: `/sujets/${id}`, label: 'Le sujet' }}
        standfirst={['Interview', story.author.name, show?.name].filter(Boolean).join(' · ')}
        actions={
          <>
            <PrintButton />
            <ButtonLink href={`/api/stories/${id}/interview.pdf`} icon={<Download />} download>
              Télécharger en PDF
            </ButtonLink>
          </>
        }
      />
      <article className="grid max-w-prose grid-cols-1 gap-6">
        {interviewFacts.map((fact) => (
          <div key={fact}>
            <p className="font-bold">{fact} :</p>
            <WritingLines count={1} />
          </div>
        ))}
        <section className="break-inside-avoid">
          <h2>Ce que l’on cherche à savoir</h2>
          {story.angle ? <p>{story.angle}</p> : <WritingLines count={2} />}
          {leadIns.map((text) => (
            <p key={text} className="mt-3">
              <strong>Lancement :</strong> {text}
            </p>
          ))}
        </section>
        <InterviewQuestions questions={questions} />
        <InterviewEnd show={show?.name ?? 'La Bobine'} contact={show?.contact ?? ''} />
      </article>
    </>
  )
}
