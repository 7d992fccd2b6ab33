/** A word of the radio and what it means, in one or two plain sentences. */
export type RadioWord = { word: string; meaning: string }

export const radioWords: readonly RadioWord[] = [
  { word: 'Angle', meaning: 'La question à laquelle un sujet répond. Une seule : c’est plus clair.' },
  { word: 'Antenne', meaning: 'Ce qui passe à la radio. « Être à l’antenne » : on nous entend.' },
  { word: 'Blanc', meaning: 'Un silence que personne n’a voulu.' },
  { word: 'Brève', meaning: 'Une nouvelle dite en quinze ou vingt-cinq secondes.' },
  {
    word: 'Chapeau',
    meaning: 'Une ou deux phrases, au début : elles disent de quoi on va parler et donnent envie.',
  },
  {
    word: 'Comité de rédaction',
    meaning: 'La réunion de la semaine. On y écoute le dernier numéro, on propose, on choisit.',
  },
  { word: 'Conducteur', meaning: 'La liste de tout ce qui passe, dans l’ordre, avec les durées.' },
  { word: 'Conditions du direct', meaning: 'On enregistre sans s’arrêter, comme si on était en direct.' },
  { word: 'Créneau', meaning: 'Le jour et l’heure où la station diffuse l’émission.' },
  { word: 'Fondu enchaîné', meaning: 'Un son s’éteint pendant que le suivant arrive.' },
  { word: 'Générique', meaning: 'La musique du début et de la fin : on reconnaît l’émission.' },
  { word: 'Habillage', meaning: 'Les petits sons de l’émission : générique, jingles, virgules, tapis.' },
  { word: 'Jingle', meaning: 'Un son très court qui dit le nom de l’émission.' },
  { word: 'Lancement', meaning: 'Ce que dit l’animation juste avant un son, pour l’annoncer.' },
  {
    word: 'Micro-trottoir',
    meaning: 'La même question posée à plusieurs passants, et leurs réponses à la suite.',
  },
  { word: 'PAD, prêt à diffuser', meaning: 'Le fichier terminé, que la station n’a plus qu’à passer.' },
  { word: 'Papier', meaning: 'Un texte écrit pour être lu au micro.' },
  { word: 'Pied, désannonce', meaning: 'La phrase qui suit un son : qui parlait, et de quoi.' },
  { word: 'Plateau', meaning: 'Plusieurs personnes qui parlent ensemble autour des micros.' },
  {
    word: 'Podcast',
    meaning: 'L’émission à écouter quand on veut, sur ce site ou dans une application.',
  },
  { word: 'Raccord', meaning: 'L’endroit où un son laisse la place au suivant.' },
  { word: 'Sujet', meaning: 'Une contribution à l’émission : un texte, des sons, des personnes.' },
  { word: 'Tapis', meaning: 'Une musique douce, sous une voix.' },
  { word: 'Virgule', meaning: 'Deux ou trois notes entre deux moments de l’émission.' },
]
