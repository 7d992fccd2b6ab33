import type { Check, RuleName } from '#lib/publishing/self-check.ts'

type Facts = Check['facts']
/** What is checked, and when it is wrong what happens in listeners' apps and what to do. */
type Words = { checked: string; wrong: (facts: Facts) => string }

const remake = 'Fabriquez le podcast à nouveau.'
const technique = 'Appelez la technique.'
const megabytes = (bytes: unknown) =>
  `${(Number(bytes) / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`

const words: Record<RuleName, Words> = {
  address: {
    checked: 'L’adresse du site est protégée (https)',
    wrong: () =>
      'L’adresse du site n’est pas protégée (https) : certaines applications refusent le podcast. La technique peut la protéger.',
  },
  'feed-item': {
    checked: 'Les applications trouvent le numéro dans le flux',
    wrong: () => `Les applications ne trouvent pas le numéro dans le flux. ${technique}`,
  },
  'feed-stable': {
    checked: 'Le flux est le même à chaque lecture',
    wrong: () =>
      `Le flux change à chaque lecture : les applications le téléchargeraient sans fin. ${technique}`,
  },
  'sound-answers': {
    checked: 'Le son répond à son adresse',
    wrong: () => `Le son ne répond pas à son adresse. ${remake}`,
  },
  'sound-length': {
    checked: 'Le son a exactement la taille annoncée',
    wrong: () => `Le son n’a pas la taille annoncée : des écoutes seraient coupées. ${remake}`,
  },
  'sound-bytes': {
    checked: 'Le son est celui qui a été fabriqué',
    wrong: () => `Le fichier du son a été abîmé depuis sa fabrication. ${remake}`,
  },
  'sound-duration': {
    checked: 'Le son dure ce qui est annoncé',
    wrong: () => `Le son ne dure pas ce qui est annoncé. ${remake}`,
  },
  'sound-quality': {
    checked: 'La qualité du son suffit pour les applications',
    wrong: ({ bitRate }) =>
      `Le son est très comprimé (${Math.round(Number(bitRate) / 1000)} kb/s) : on l’entendra moins bien. ${remake}`,
  },
  'sound-ranges': {
    checked: 'On peut avancer et reculer dans le son',
    wrong: () => `On ne pourrait pas avancer ni reculer dans le son. ${technique}`,
  },
  'sound-tag': {
    checked: 'Le fichier dit son titre et son émission',
    wrong: () => `Une fois téléchargé, le fichier ne dira pas son titre. ${remake}`,
  },
  'sound-cover': {
    checked: 'Le fichier porte la couverture',
    wrong: () => `Une fois téléchargé, le fichier n’aura pas d’image. ${remake}`,
  },
  'sound-chapters': {
    checked: 'Le fichier porte les chapitres',
    wrong: () => `Une fois téléchargé, le fichier n’aura pas ses chapitres. ${remake}`,
  },
  enclosure: {
    checked: 'L’adresse du son est lisible partout',
    wrong: () => `L’adresse du son est mal écrite. ${technique}`,
  },
  title: {
    checked: 'Le titre a une bonne longueur',
    wrong: () => 'Le titre est vide ou trop long pour les applications. Changez-le sur la fiche.',
  },
  description: {
    checked: 'Le résumé a une bonne longueur',
    wrong: () => 'Le résumé est vide ou trop long pour les applications. Changez-le sur la fiche.',
  },
  guid: {
    checked: 'Le numéro a son nom pour toujours',
    wrong: () =>
      `Le numéro n’a pas de nom pour les applications : elles le montreraient deux fois. ${technique}`,
  },
  link: {
    checked: 'Le flux mène à la page du numéro',
    wrong: () => `Le flux ne mène pas à la page du numéro. ${technique}`,
  },
  date: {
    checked: 'La date n’est pas dans l’avenir',
    wrong: () =>
      'La date est dans l’avenir : les applications cacheraient le numéro. Vérifiez l’horloge de l’ordinateur.',
  },
  chapters: {
    checked: 'Les chapitres sont dans l’ordre',
    wrong: () => `Les chapitres ne sont pas dans l’ordre, ou dépassent la fin. ${remake}`,
  },
  captions: {
    checked: 'Les sous-titres suivent le son',
    wrong: () =>
      'Les sous-titres ne suivent pas le son. Ouvrez « Vérifier le texte sur le son », puis cherchez à nouveau.',
  },
  'caption-lines': {
    checked: 'Les lignes des sous-titres sont courtes',
    wrong: () => 'Des lignes de sous-titres sont longues : sur un petit écran, elles seront coupées.',
  },
  cover: {
    checked: 'La couverture répond à son adresse',
    wrong: () => 'La couverture ne répond pas à son adresse. Ouvrez les réglages et gardez-les à nouveau.',
  },
  'cover-shape': {
    checked: 'La couverture est carrée et assez grande',
    wrong: ({ width, height }) =>
      `La couverture fait ${width} sur ${height} pixels : il faut un carré de 1 400 à 3 000. Changez-la dans les réglages.`,
  },
  'cover-weight': {
    checked: 'La couverture est légère',
    wrong: ({ bytes }) =>
      `La couverture pèse ${megabytes(bytes)} : elle s’affichera lentement. Prenez-en une plus légère dans les réglages.`,
  },
  card: {
    checked: 'L’image de partage est prête',
    wrong: () => `L’image de partage manque : un lien partagé n’aura pas d’image. ${technique}`,
  },
}

/** What a check looked at, in a few words. */
export function checkedWords({ rule }: Check): string {
  return words[rule].checked
}

/** What is wrong, and what to do. */
export function wrongWords({ rule, facts }: Check): string {
  return words[rule].wrong(facts)
}
