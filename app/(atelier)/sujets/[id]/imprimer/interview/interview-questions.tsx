// biome-ignore-all lint/suspicious/noArrayIndexKey: questions are counted, and two may read alike.
import { emptyQuestions } from '#lib/story/interview.ts'
import { WritingLines } from './writing-lines.tsx'

/** The questions, each with room for what is answered; numbered room alone while none is written. */
export function InterviewQuestions({ questions }: { questions: readonly string[] }) {
  const shown = questions.length > 0 ? questions : Array.from({ length: emptyQuestions }, () => '')
  return (
    <section>
      <h2>Les questions</h2>
      <ol className="grid grid-cols-1 gap-4">
        {shown.map((question, at) => (
          <li key={at} className="break-inside-avoid">
            <p className="font-bold">
              {at + 1}. {question}
            </p>
            <WritingLines count={question ? 2 : 3} />
          </li>
        ))}
      </ol>
    </section>
  )
}
