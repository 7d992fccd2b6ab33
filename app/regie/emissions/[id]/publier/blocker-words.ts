import type { Blocker, VoiceWithoutConsent, Warning } from '#lib/publishing/ready.ts'

/** What is missing in a sentence, and where it is mended. */
export type Mend = { sentence: string; href: string; label: string }

/** A reason why an episode cannot go out, for the person who can mend it. */
export function blockerWords(blocker: Blocker, episodeId: string): Mend {
  const at = `/regie/emissions/${episodeId}`
  const settings = { href: '/regie/parametres', label: 'Ouvrir les réglages' }
  const card = { href: at, label: 'Ouvrir la fiche' }
  const making = { href: `${at}/pad`, label: 'Fabriquer' }
  switch (blocker.kind) {
    case 'no-publisher':
      return { sentence: 'Il manque le nom de l’éditeur. La loi le demande.', ...settings }
    case 'no-director':
      return { sentence: 'Il manque la personne qui dirige la publication. La loi le demande.', ...settings }
    case 'no-owner-email':
      return { sentence: 'Il manque l’adresse e-mail du podcast.', ...settings }
    case 'owner-email-unusable':
      return { sentence: `L’adresse e-mail « ${blocker.email} » n’est pas complète.`, ...settings }
    case 'no-show-name':
      return { sentence: 'L’émission n’a pas de nom.', ...settings }
    case 'no-show-description':
      return { sentence: 'Il manque une ou deux phrases qui présentent l’émission.', ...settings }
    case 'category-unknown':
      return { sentence: 'La catégorie du podcast n’est pas dans la liste des applications.', ...settings }
    case 'no-cover':
      return { sentence: 'La couverture n’est pas encore dessinée : gardez les réglages.', ...settings }
    case 'no-title':
      return { sentence: 'Ce numéro n’a pas encore de titre.', ...card }
    case 'title-too-long':
      return {
        sentence: `Le titre a ${blocker.characters} caractères ; les applications en prennent ${blocker.maxCharacters}.`,
        ...card,
      }
    case 'no-summary':
      return { sentence: 'Il manque le résumé : une phrase suffit.', ...card }
    case 'summary-too-long':
      return { sentence: 'Le résumé est trop long pour les applications. Gardez l’essentiel.', ...card }
    case 'no-master':
      return { sentence: 'La version podcast n’est pas encore fabriquée.', ...making }
    case 'master-stale':
      return {
        sentence: 'Le conducteur a changé depuis la dernière fabrication. L’ancienne version est gardée.',
        ...making,
        label: 'Fabriquer à nouveau',
      }
    case 'no-chapter':
      return {
        sentence: 'Aucune ligne du conducteur n’a de titre : il n’y aurait pas de chapitres.',
        href: `${at}/conducteur`,
        label: 'Ouvrir le conducteur',
      }
    case 'brought-in':
      return {
        sentence:
          'Ce numéro vient d’un autre podcast. Pour le corriger, reprenez le flux ; pour le refaire, fabriquez-le ici.',
        href: '/regie/parametres/reprendre',
        label: 'Reprendre un podcast',
      }
    case 'file-missing':
      return { sentence: 'Le fichier du podcast n’est plus là. Fabriquez-le à nouveau.', ...making }
    case 'file-broken':
      return {
        sentence: 'Le fichier du podcast n’est pas celui qui a été fabriqué. Fabriquez-le à nouveau.',
        ...making,
      }
    case 'consent-missing':
      return consentWords(blocker, at)
  }
}

/** Somebody who can be heard in the podcast as it is made, and has not said yes to it. */
function consentWords({ person, clipTitle, by, isNo }: VoiceWithoutConsent, at: string): Mend {
  const where = `dans « ${clipTitle || 'Sans titre'} »`
  if (isNo)
    return {
      sentence: `${person} a dit non pour internet, et parle ${where}. Fabriquez le podcast à nouveau : sa voix n’y sera plus.`,
      href: `${at}/pad`,
      label: 'Fabriquer à nouveau',
    }
  const whose =
    by === 'parent' ? `l’accord d’un parent pour ${person}` : `l’accord de ${person} pour internet`
  return {
    sentence: `Il manque ${whose}, ${where}. Notez-le, ou fabriquez le podcast à nouveau sans ce passage.`,
    href: `${at}/accords`,
    label: 'Ouvrir les accords',
  }
}

/** Something that is better mended, and stops nobody. */
export function warningWords(warning: Warning): string {
  switch (warning.kind) {
    case 'title-numeric':
      return 'Le titre n’est fait que de chiffres : certaines applications ne montreront pas le numéro.'
    case 'title-names-show':
      return 'Le titre répète le nom de l’émission : les applications l’écrivent déjà.'
    case 'title-counts':
      return `Le titre contient « ${warning.found} » : les applications écrivent déjà le numéro.`
    case 'few-chapters':
      return 'Il y a moins de trois chapitres : les applications ne les montreront pas dans le résumé.'
    case 'soundbite-outside':
      return 'L’extrait choisi n’est plus dans le podcast, qui est plus court qu’avant. Choisissez-en un autre sur la fiche.'
    case 'no-transcript':
      return 'Aucun texte n’est joint : les personnes sourdes ne pourront pas lire ce numéro.'
  }
}
