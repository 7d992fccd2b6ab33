import type { ExampleStory } from './shape.ts'
import { rubrics, themes } from './show.ts'
import { cannery } from './texts-cannery.ts'
import { embroiderer } from './texts-embroiderer.ts'
import { firstConcert } from './texts-first-concert.ts'
import * as last from './texts-last-episode.ts'
import * as between from './texts-opening.ts'
import * as services from './texts-services.ts'
import * as toCome from './texts-to-come.ts'

const [durable, culture] = rubrics
const [food, mobility, sharing] = themes

type State = ExampleStory['state']
type Place = { rubric: string | null; themes: string[] }

const nowhere: Place = { rubric: null, themes: [] }
const within = (rubric: string, ...on: string[]): Place => ({ rubric, themes: on })

function story(
  key: string,
  title: string,
  state: State,
  { rubric, themes: on }: Place,
  [author = 'Denise', ...people]: string[],
  text: ExampleStory['text'],
): ExampleStory {
  return { key, title, state, rubric, themes: on, author, people, text }
}

const airing: ExampleStory[] = [
  story('opening', 'Chapeau et titres', 'recorded', nowhere, ['Denise', 'Karim'], between.opening),
  story(
    'launch-durable',
    'Lancement Développement durable',
    'recorded',
    nowhere,
    ['Denise'],
    between.launchDurable,
  ),
  story(
    'lemons',
    'Les citrons de la conserverie',
    'recorded',
    within(durable, food),
    ['Fatiha', 'Denise'],
    between.lemons,
  ),
  story('cannery', 'La Conserverie mobile', 'recorded', within(durable, food, sharing), ['Karim'], cannery),
  story('launch-culture', 'Lancement Culture', 'recorded', nowhere, ['Karim'], between.launchCulture),
  story(
    'first-concert',
    'Micro-trottoir : votre premier concert',
    'recorded',
    within(culture),
    ['Inès'],
    firstConcert,
  ),
  story(
    'embroiderer',
    'Une brodeuse de Saint-Nicolas',
    'recorded',
    within(culture, sharing),
    ['Yamina', 'Aïcha'],
    embroiderer,
  ),
  story('briefs', 'Trois brèves Mobilité', 'toReview', within(durable, mobility), ['Lucas'], services.briefs),
  story('listings', 'Agenda des trois maisons', 'ready', nowhere, ['Jocelyne', 'Tomasz'], services.listings),
  story(
    'accorderie',
    'Accorderie : une offre, une demande',
    'ready',
    within(durable, sharing),
    ['Rosa', 'Marcel'],
    services.accorderie,
  ),
  story('goodbye', 'Au revoir, prochaine émission', 'ready', nowhere, ['Denise', 'Karim'], between.goodbye),
]

const aired: ExampleStory[] = [
  story(
    'last-opening',
    'Chapeau et titres : pédaler, partager, chanter',
    'aired',
    nowhere,
    ['Denise', 'Karim'],
    last.lastOpening,
  ),
  story(
    'carpool',
    'Jusqu’au rond-point : trois ans de covoiturage',
    'aired',
    within(durable, mobility),
    ['Lucas'],
    last.carpool,
  ),
  story(
    'bicycles',
    'Réveiller les vélos qui dorment',
    'aired',
    within(durable, mobility, sharing),
    ['Karim', 'Marcel', 'Tomasz'],
    last.bicycles,
  ),
  story(
    'time-bank',
    'Une heure pour une heure',
    'aired',
    within(durable, sharing),
    ['Denise', 'Rosa'],
    last.timeBank,
  ),
  story(
    'last-launch-culture',
    'Lancement Culture : la chorale',
    'aired',
    nowhere,
    ['Denise'],
    last.lastLaunchCulture,
  ),
  story('choir', 'Carnet de répétition', 'aired', within(culture), ['Yamina'], last.choir),
  story(
    'last-listings',
    'Agenda : la Conserverie, la broderie, le vélo',
    'aired',
    nowhere,
    ['Jocelyne'],
    last.lastListings,
  ),
  story('last-goodbye', 'Au revoir, à vendredi', 'aired', nowhere, ['Karim', 'Denise'], last.lastGoodbye),
]

const coming: ExampleStory[] = [
  story(
    'next-opening',
    'Chapeau et titres : de la terre, des livres et de l’eau',
    'draft',
    nowhere,
    ['Karim'],
    toCome.nextOpening,
  ),
  story(
    'compost',
    'Le compost au pied de l’immeuble',
    'draft',
    within(durable, food, sharing),
    ['Rosa', 'Marcel'],
    toCome.compost,
  ),
  story(
    'travelling-book',
    'Un livre qui voyage',
    'toReview',
    within(culture, sharing),
    ['Aïcha'],
    toCome.travellingBook,
  ),
  story('benches', 'Compter les bancs', 'idea', within(durable, mobility), ['Marcel'], toCome.benches),
  story(
    'swimming',
    'Apprendre à nager à cinquante ans',
    'idea',
    within(culture),
    ['Fatiha'],
    toCome.swimming,
  ),
]

export const stories = [...airing, ...aired, ...coming]
