import { inlineText, type StoryContent } from './document.ts'

/** What a text says of an interview to come. */
export type Interview = { leadIns: string[]; questions: string[] }

/** The lead-in and the questions of a text, in order; what is still empty is left out. */
export function interviewOf(content: StoryContent): Interview {
  const texts = (type: 'leadIn' | 'question') =>
    content.content.flatMap((block) => {
      const text = block.type === type ? inlineText(block.content).trim() : ''
      return text === '' ? [] : [text]
    })
  return { leadIns: texts('leadIn'), questions: texts('question') }
}

/** What is asked before anybody switches the microphone on. */
export const interviewFacts = ['Avec qui', 'Quand', 'Où'] as const

/** What is asked at the end, whoever it was. `lines`: to write an answer on; `ticks`: to tick what they say yes to. */
export const interviewEnd: readonly { ask: string; lines: number; ticks: readonly string[] }[] = [
  { ask: 'Comment faut-il dire votre nom à la radio ?', lines: 1, ticks: [] },
  {
    ask: 'Êtes-vous d’accord pour que l’on entende votre voix :',
    lines: 0,
    ticks: [
      'à la radio',
      'sur internet, dans le podcast',
      'dans un court extrait',
      'dans les archives de la maison',
    ],
  },
  {
    ask: 'Cette personne a moins de 18 ans ?',
    lines: 0,
    ticks: ['oui : il faut aussi l’accord d’un parent'],
  },
  { ask: 'Où vous joindre pour vous prévenir du passage ?', lines: 1, ticks: [] },
]

/** How many numbered places there are when no question is written yet. */
export const emptyQuestions = 5
