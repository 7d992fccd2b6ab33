import type { Metadata } from 'next'
import { TextPage } from '#app/_public/text-page.tsx'
import { radioWords } from './words.ts'

export const metadata: Metadata = { title: 'Les mots de la radio' }

/** The trade's words, explained as one would to a neighbour. */
export default function Page() {
  return (
    <TextPage
      at="/mots-de-la-radio"
      title="Les mots de la radio"
      standfirst="Chaque métier a les siens. Voici ceux qu’on entend au comité et en studio."
    >
      <dl className="grid grid-cols-1 gap-5">
        {radioWords.map(({ word, meaning }) => (
          <div key={word}>
            <dt className="font-title text-lead">{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </TextPage>
  )
}
