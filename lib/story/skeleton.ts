import type { StoryForm } from '#lib/db/schema.ts'
import type { StoryContent } from './document.ts'
import { contentFromBlocks, type DraftBlock } from './draft.ts'

type Place = 'paragraph' | 'leadIn' | 'question' | 'leadOut'
/** What to do there, said in a note off air; then the empty block to write in. */
type Step = { note: string; place?: Place; isFirst?: true }

const say = (note: string, place: Place): Step => ({ note, place })
const first = (note: string, place: Place): Step => ({ note, place, isFirst: true })

const skeletons: Record<StoryForm, readonly Step[]> = {
  brief: [
    first(
      'Dites la nouvelle en une phrase : quoi, qui, où, quand. Une brève dure de 15 à 25 secondes.',
      'paragraph',
    ),
    say('Finissez par ce que l’on peut faire : venir, appeler, apporter quelque chose.', 'paragraph'),
  ],
  interview: [
    say('Le lancement : en deux phrases, qui va-t-on entendre, et pourquoi ?', 'leadIn'),
    first('Posez d’abord une question facile : qui êtes-vous, que faites-vous ici ?', 'question'),
    say('Demandez une histoire plutôt qu’un avis : « Racontez-moi la première fois. »', 'question'),
    say('Gardez la plus importante pour la fin.', 'question'),
    say('Le pied : redites le nom de la personne, et où on la trouve.', 'leadOut'),
  ],
  voxPop: [
    say('Le lancement : où étiez-vous, et à qui avez-vous demandé ?', 'leadIn'),
    first(
      'Une seule question, courte, la même pour tout le monde. On n’y répond pas par oui ou par non.',
      'question',
    ),
    { note: 'Placez ici le son des réponses : cinq à dix personnes, quelques secondes chacune.' },
    say('Le pied : une phrase, sans donner raison à personne.', 'leadOut'),
  ],
  report: [
    say('Le lancement : où allons-nous, et pourquoi maintenant ?', 'leadIn'),
    first('Ce que l’on voit, entend et sent en arrivant.', 'paragraph'),
    { note: 'Placez ici un son du lieu, ou la voix de quelqu’un.' },
    say('Qui avez-vous rencontré, et qu’est-ce que cela change pour cette personne ?', 'paragraph'),
    say('Le pied : ce qui se passe ensuite.', 'leadOut'),
  ],
  soundPostcard: [
    first('Où sommes-nous ? Dites-le en une phrase, puis laissez le son raconter.', 'leadIn'),
    { note: 'Placez ici le son : une minute prise sur place, sans parler près du micro.' },
    say('Une phrase pour finir, ou rien du tout.', 'leadOut'),
  ],
  listings: [
    say('Le lancement : dites de prendre un crayon.', 'leadIn'),
    first('Un rendez-vous : quoi, où, quel jour, à quelle heure, est-ce gratuit ?', 'paragraph'),
    say('Le suivant. Dites les jours dans l’ordre.', 'paragraph'),
    say('Le pied : où tout cela est écrit, et qui appeler.', 'leadOut'),
  ],
  debate: [
    first(
      'La question qui partage, sans prendre parti. Puis qui est là, et ce que chaque personne en pense.',
      'leadIn',
    ),
    say('À la première personne : pourquoi pensez-vous cela ?', 'question'),
    say('À la deuxième : et vous, que répondez-vous ?', 'question'),
    say('Aux deux : sur quoi êtes-vous d’accord ?', 'question'),
    say('Le pied : résumez en une phrase, sans choisir.', 'leadOut'),
  ],
  studioTalk: [
    first('Le lancement : qui vient nous voir, et pourquoi cette semaine ?', 'leadIn'),
    say('Une question pour mettre à l’aise.', 'question'),
    say('La question que tout le monde se pose.', 'question'),
    say('Que peut faire quelqu’un qui nous écoute ?', 'question'),
    say('Le pied : remerciez, redites les noms, annoncez la suite.', 'leadOut'),
  ],
}

/**
 * What a story's text begins with: its form's blocks, empty, each under a note off air that says what goes there, so that
 * nothing of it counts or is heard. `words` stand where that form's first words go, one block for each line.
 */
export function openingText(form: StoryForm | null, words: string): StoryContent {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (form === null) return contentFromBlocks(lines.map((text) => ({ type: 'paragraph', text })))
  return contentFromBlocks(skeletons[form].flatMap((step) => blocksOf(step, lines)))
}

/** The one question that a form begins with, as its skeleton asks it. */
export function firstAsk(form: StoryForm): string {
  return skeletons[form].find(({ isFirst }) => isFirst)?.note ?? ''
}

function blocksOf({ note, place, isFirst }: Step, lines: readonly string[]): DraftBlock[] {
  const asked: DraftBlock = { type: 'offAir', text: note }
  if (place === undefined) return [asked]
  const texts = isFirst && lines.length > 0 ? lines : ['']
  return [asked, ...texts.map((text): DraftBlock => ({ type: place, text }))]
}
