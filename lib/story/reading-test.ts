import { countSaid } from './speech.ts'

/** What is read aloud for a minute to learn one's pace: plain, ours, about nothing but radio. */
export const readingTest: readonly string[] = [
  'Bonjour, et bienvenue. Ce matin, il a plu sur le marché. Les marchands ont tendu des toiles bleues entre les arbres, et tout le monde s’est serré dessous.',
  'Une dame a sorti un thermos de café. Elle en a donné à ses voisins, puis à des gens qu’elle ne connaissait pas. On a parlé du prix des tomates, des enfants qui grandissent, et du bus qui ne passe plus.',
  'À dix heures, la pluie s’est arrêtée. Personne n’est parti tout de suite. Un homme a dit : « On était bien, là, tous ensemble. » Alors quelqu’un a proposé de revenir samedi, avec des chaises, une table et un gâteau.',
  'C’est comme cela que tout a commencé. Depuis, chaque samedi, il y a une place pour vous. Venez quand vous voulez, même sans rien apporter. On vous gardera une tasse, et peut-être une histoire. À bientôt.',
]

/** Words of the reading test, as they are said. */
export const readingTestWords = readingTest.reduce((sum, paragraph) => sum + countSaid(paragraph), 0)
