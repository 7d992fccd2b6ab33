import type { ExampleEpisode, ExampleItem, ExampleItemKind } from './shape.ts'
import { bridgeSting, sounds } from './sounds.ts'

/** An item that plays a sound lasts what the sound lasts, and tells the sound's story. */
function plays(file: string, title: string, who = '', notes = ''): ExampleItem {
  const sound = sounds.find((one) => one.file === `${file}.opus`)
  if (sound === undefined) throw new Error(`No sound ${file}`)
  return {
    kind: sound.kind,
    title,
    who,
    plannedMs: sound.durationMs,
    story: sound.story,
    sound: sound.file,
    goesTo: sound.music?.rights === 'commercial' ? 'antenne' : 'both',
    notes,
  }
}

function planned(
  kind: ExampleItemKind,
  title: string,
  who: string,
  seconds: number,
  story: string | null,
): ExampleItem {
  const plannedMs = seconds * 1000
  return { kind, title, who, plannedMs, story, sound: null, goesTo: 'both', notes: '' }
}

const published: ExampleEpisode = {
  key: 'published',
  number: 10,
  title: 'Pédaler, partager, chanter',
  summary:
    'Sandrine partage sa voiture, Marcel et Tomasz réveillent les vélos, Rosa compte en heures, et Yamina ose chanter. Un numéro court, avec l’agenda des trois maisons.',
  weekOffset: -1,
  targetMs: 735_000,
  podcastBridge: bridgeSting,
  rundown: [
    plays('generique-debut', 'Générique début'),
    plays('titres-velo', 'Chapeau et titres', 'Denise, Karim'),
    plays('virgule', 'Virgule'),
    plays('covoiturage', 'Jusqu’au rond-point : trois ans de covoiturage', 'Lucas, avec Sandrine'),
    plays('velos', 'Réveiller les vélos qui dorment', 'Karim, Marcel, Tomasz'),
    plays('marche-du-palier', 'Marche du palier', 'Les voisins du troisième', 'Accord écrit des musiciens.'),
    plays('une-heure', 'Accorderie : une heure pour une heure', 'Denise, Rosa'),
    plays('virgule-culture', 'Virgule Culture'),
    plays('lancement-chorale', 'Lancement Culture', 'Denise'),
    plays('chorale', 'Carnet de répétition', 'Yamina'),
    plays('agenda-court', 'Agenda', 'Jocelyne'),
    plays('a-vendredi', 'Au revoir', 'Karim, Denise'),
    plays('generique-fin', 'Générique fin'),
  ],
}

const making: ExampleEpisode = {
  key: 'making',
  number: 11,
  title: 'Des citrons, des concerts et du fil',
  summary:
    'Une caisse de citrons devient trente bocaux, la Conserverie mobile ouvre sa porte, les passants racontent leur premier concert, et Zohra transmet le point de Fès.',
  weekOffset: 0,
  targetMs: 1_650_000,
  podcastBridge: bridgeSting,
  rundown: [
    plays('generique-debut', 'Générique début'),
    plays('chapeau', 'Chapeau et titres', 'Animation : Denise, Karim'),
    plays('virgule', 'Virgule'),
    plays('lancement-durable', 'Lancement Développement durable', 'Denise'),
    plays(
      'citrons',
      '« Les citrons de la conserverie »',
      'Fatiha',
      'Enregistré au téléphone, niveau faible.',
    ),
    plays('conserverie', 'La Conserverie mobile', 'Karim, avec Monique et Gérard, bénévoles'),
    plays('la-valse-du-dernier-bus', 'La valse du dernier bus', 'Les Lampadaires', 'À l’antenne seulement.'),
    plays('virgule-culture', 'Virgule Culture'),
    plays('lancement-culture', 'Lancement Culture', 'Animation : Karim'),
    plays('micro-trottoir', 'Micro-trottoir « Votre premier concert »', 'Inès', 'Niveau fort, en stéréo.'),
    plays('brodeuse', 'Transmission : une brodeuse de Saint-Nicolas', 'Yamina, Aïcha, avec Zohra'),
    plays('breves-mobilite', 'Trois brèves Mobilité', 'Lucas'),
    plays('agenda', 'Agenda des trois maisons', 'Jocelyne, Tomasz'),
    plays('accorderie', 'Accorderie : une offre, une demande', 'Rosa, Marcel'),
    plays('au-revoir', 'Au revoir, prochaine émission', 'Denise, Karim'),
    plays('generique-fin', 'Générique fin'),
  ],
}

const next: ExampleEpisode = {
  key: 'planned',
  number: 12,
  title: 'De la terre, des livres et de l’eau',
  summary: '',
  weekOffset: 1,
  targetMs: 1_650_000,
  podcastBridge: bridgeSting,
  rundown: [
    planned('theme', 'Générique début', '', 30, null),
    planned('voice', 'Chapeau et titres', 'Animation', 55, 'next-opening'),
    planned('sting', 'Virgule', '', 5, null),
    planned('studioTalk', 'Le compost au pied de l’immeuble', 'Rosa, Marcel', 360, 'compost'),
    planned('sting', 'Virgule Culture', '', 5, null),
    planned('clip', 'Un livre qui voyage', 'Aïcha', 180, 'travelling-book'),
    planned('voice', 'Agenda des trois maisons', 'Jocelyne', 105, null),
    planned('voice', 'Au revoir', 'Animation', 40, null),
    planned('theme', 'Générique fin', '', 30, null),
  ],
}

export const episodes = [published, making, next]
