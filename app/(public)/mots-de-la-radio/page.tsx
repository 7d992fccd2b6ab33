import { publicFacts } from '#app/_public/public-facts.ts'
import { TextPage } from '#app/_public/text-page.tsx'
import { radioWords } from './words.ts'

const standfirst = 'Chaque métier a les siens. Voici ceux qu’on entend au comité et en studio.'

export const generateMetadata = () =>
  publicFacts({ title: 'Les mots de la radio', description: standfirst, path: '/mots-de-la-radio' })

/** The trade's words, explained as one would to a neighbour. */
export default function Page() {
  return (
    <TextPage at="/mots-de-la-radio" title="Les mots de la radio" standfirst={standfirst}>
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
