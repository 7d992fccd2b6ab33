import { AudioLines, CalendarDays, MapPin, MessagesSquare, Mic, Scale, Users, Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import type { StoryForm } from '#lib/db/schema.ts'

type Words = {
  label: string
  /** With its article, inside a sentence. */
  one: string
  /** What it is, in one sentence. */
  is: string
  /** One idea of such a story. */
  such: string
  icon: ReactNode
}

/** The forms of a story in plain words. */
export const formWords: Record<StoryForm, Words> = {
  brief: {
    ...{ label: 'Une brève', one: 'une brève', icon: <Zap /> },
    is: 'Une nouvelle, dite en vingt secondes.',
    such: 'La gratuiterie cherche des manteaux d’enfant.',
  },
  interview: {
    ...{ label: 'Une interview', one: 'une interview', icon: <Mic /> },
    is: 'Vous posez des questions à une personne.',
    such: 'Zohra brode depuis soixante ans.',
  },
  voxPop: {
    ...{ label: 'Un micro-trottoir', one: 'un micro-trottoir', icon: <Users /> },
    is: 'La même question à beaucoup de gens, dans la rue.',
    such: 'C’était quoi, votre premier concert ?',
  },
  report: {
    ...{ label: 'Un reportage', one: 'un reportage', icon: <MapPin /> },
    is: 'Vous allez quelque part et vous racontez ce qui s’y passe.',
    such: 'Un mercredi à l’atelier vélo.',
  },
  soundPostcard: {
    ...{ label: 'Une carte postale sonore', one: 'une carte postale sonore', icon: <AudioLines /> },
    is: 'Le bruit d’un lieu, et deux phrases.',
    such: 'Le marché quand il s’installe.',
  },
  listings: {
    ...{ label: 'Un agenda', one: 'un agenda', icon: <CalendarDays /> },
    is: 'Les rendez-vous de la semaine, l’un après l’autre.',
    such: 'Ce qui se passe dans les trois maisons.',
  },
  debate: {
    ...{ label: 'Un débat', one: 'un débat', icon: <Scale /> },
    is: 'Deux personnes qui ne sont pas d’accord, et qui s’écoutent.',
    such: 'Faut-il fermer la rue aux voitures ?',
  },
  studioTalk: {
    ...{ label: 'Un plateau', one: 'un plateau', icon: <MessagesSquare /> },
    is: 'Des personnes viennent au studio pour en parler ensemble.',
    such: 'La Conserverie mobile, avec deux bénévoles.',
  },
}
