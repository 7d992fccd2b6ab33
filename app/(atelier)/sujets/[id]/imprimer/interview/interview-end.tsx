import { interviewEnd } from '#lib/story/interview.ts'
import { WritingLines } from './writing-lines.tsx'

/** What is asked last, whoever it was: their name, their yes, where to reach them; and how they reach the house. */
export function InterviewEnd({ show, contact }: { show: string; contact: string }) {
  return (
    <section className="grid grid-cols-1 gap-4">
      <h2>À demander à la fin</h2>
      {interviewEnd.map(({ ask, lines, ticks }) => (
        <div key={ask} className="break-inside-avoid">
          <p className="font-bold">{ask}</p>
          <WritingLines count={lines} />
          <ul className="grid gap-1">
            {ticks.map((words) => (
              <li key={words} className="flex items-center gap-3">
                <span aria-hidden="true" className="inline-block size-5 flex-none border-2 border-ink" />
                {words}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="break-inside-avoid">
        <strong>À laisser à la personne :</strong> {show}
        {contact ? ` : ${contact}` : ' : demandez à l’accueil de la maison.'}
      </p>
    </section>
  )
}
