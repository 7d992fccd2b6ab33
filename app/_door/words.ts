import type { Refusal } from '#lib/machine/refusal.ts'

type Facts = Refusal['facts']

/** What happened, what is safe, what to do: one sentence or two for each expected no. */
const sentences: Record<string, (facts: Facts) => string> = {
  'not-found': () => 'Cette page n’existe pas, ou elle n’est pas ouverte pour vous.',
  'not-allowed': () => 'Vous ne pouvez pas faire cela avec votre compte. Demandez à la coordination.',
  'key.unknown': () => 'Ce lien ou cette carte ne marche plus. Appelez la maison, on en refait une.',
  'too-many-tries': () => 'Trop d’essais. Attendez un quart d’heure, puis recommencez.',
  'choice.gone': () =>
    'Une des choses choisies vient d’être retirée. Rechargez la page, puis choisissez à nouveau.',
  'show.missing': () => 'L’émission n’a pas encore de nom. Commencez par les premiers pas.',
  'show.exists': () => 'L’émission est déjà ouverte. Rien n’a été changé.',
  'cover.unusable': () => 'Ce fichier n’est pas une image que l’on sait lire. Prenez un JPEG ou un PNG.',
  'cover.small': () => 'Cette image est trop petite : il faut au moins 1 400 pixels de côté.',
  'list.taken': ({ name }) => `« ${name} » est déjà dans la liste.`,
  'episode.number-taken': ({ number }) =>
    `Le numéro ${number} existe déjà dans cette saison. Choisissez-en un autre.`,
  'episode.broadcast': () =>
    'Ce numéro garde une copie de ce qui est passé à l’antenne : la station peut la demander. On ne le supprime pas.',
  'episode.published': () => 'Ce numéro est publié. Retirez-le d’abord de la publication.',
  'master.empty': () => 'Aucune ligne n’a encore de son prêt : ajoutez un son au conducteur, puis fabriquez.',
  'master.broken': () =>
    'Quelque chose n’a pas marché de notre côté. Réessayez ; si cela recommence, appelez la technique.',
  'master.sound-gone': () =>
    'Un son du conducteur vient d’être effacé pour de bon, pendant la fabrication. Rien d’autre n’a bougé : regardez quelle ligne n’a plus de son, puis recommencez.',
  'recording.not-ready': () =>
    'Ce son n’est pas encore prêt, ou il est dans la corbeille. Rien n’a été changé : attendez qu’il soit prêt, ou choisissez-en un autre.',
  'recording.stale': () =>
    'Quelqu’un d’autre vient de changer ce découpage. Rien n’est perdu : comparez le sien et le vôtre, puis choisissez.',
  'recording.gone': () =>
    'Cet enregistrement vient d’être retiré par quelqu’un d’autre. Le son est toujours dans les sons.',
  'recording.not-whole': () =>
    'Ce découpage ne couvre pas tout le son. Rien n’a été changé : rechargez la page, puis recommencez.',
  'alignment.changed': () =>
    'Les phrases viennent d’être cherchées à nouveau, ou le podcast est un autre. Rechargez la page, puis réglez cette phrase.',
  'disk.full': () =>
    'Il n’y a plus assez de place sur le disque. Rien n’est perdu : demandez à la technique de faire de la place, puis recommencez.',
  'rundown.stale': ({ title }) =>
    `Quelqu’un vient de changer « ${title} ». Rien n’est perdu : regardez la ligne à jour, puis recommencez.`,
  'rundown.gone': () => 'Cette ligne vient d’être retirée par quelqu’un d’autre. Elle est dans la corbeille.',
  'rundown.same-episode': () => 'Ces lignes sont déjà dans ce numéro. Choisissez une autre semaine.',
  'rule.unreadable': () =>
    'Cette règle de diffusion n’est pas comprise. Rien n’a été changé : choisissez-la avec les boutons.',
  'rule.over': () =>
    'La règle de ce modèle n’a plus de jour à venir. Changez-la, ou choisissez un autre modèle.',
  'template.stale': ({ name }) =>
    `Quelqu’un vient de changer le modèle « ${name} ». Ce que vous avez écrit est encore à l’écran : ouvrez le modèle dans une autre fenêtre, comparez, puis recommencez.`,
  'episode.begun': ({ number }) =>
    `Le numéro ${number} est déjà commencé : rien n’a été changé. Passez ses lignes à une autre semaine, ou supprimez-le depuis sa fiche.`,
  'week.nothing': () => 'Aucune émission n’est prévue cette semaine-là : il n’y a rien à sauter.',
  'rundown.nothing-to-undo': () => 'Vous n’avez rien à annuler dans ce conducteur.',
  'rundown.nothing-to-redo': () => 'Il n’y a rien à refaire.',
  'rundown.overwritten': ({ title }) =>
    `Quelqu’un d’autre a changé « ${title} » depuis : on n’annule pas son travail. Rien n’a été changé.`,
  'broadcast.unsigned': () => 'Écrivez le nom de la personne qui signe cette copie.',
  'broadcast.on-air': () =>
    'L’émission est encore à l’antenne. Terminez-la d’abord à l’écran d’antenne, puis figez la copie.',
  'import.empty': () =>
    'Il n’y a rien à importer dans ce fichier. Rien n’a été changé : vérifiez qu’il a une ligne de titres et des lignes en dessous.',
  'import.too-big': () => 'Ce fichier est trop lourd : 2 Mo au plus. Rien n’a été changé.',
  'import.too-long': ({ most }) =>
    `Ce tableau a plus de ${most} lignes. Rien n’a été changé : gardez une seule émission par fichier.`,
  'import.old-excel': () =>
    'Ce fichier est d’un ancien Excel (.xls). Ouvrez-le, puis enregistrez-le en .xlsx ou en .csv.',
  'import.unreadable': () =>
    'On n’arrive pas à lire ce fichier. Rien n’a été changé : enregistrez le tableau en .xlsx ou en .csv, puis choisissez-le à nouveau.',
  'story.title-missing': () => 'Écrivez un titre, même provisoire.',
  'story.title-too-long': ({ most }) => `Le titre tient en ${most} caractères. Rien n’a été changé.`,
  'story.angle-too-long': ({ most }) => `La question tient en ${most} caractères. Rien n’a été changé.`,
  'story.begun': () =>
    'Ce sujet est déjà bien avancé : on ne propose à tous que les idées et les brouillons.',
  'story.taken': () =>
    'Ce sujet n’est plus à prendre : quelqu’un l’a pris avant vous, ou l’idée a été retirée. Rien n’est perdu.',
  'story.too-many-themes': ({ most }) => `Gardez ${most} thèmes au plus.`,
  'story.unknown-choice': () =>
    'Une rubrique, un thème ou une personne n’est plus dans la liste. Rechargez la page.',
  'story.state': () => 'Ce sujet est déjà plus loin. Demandez à la coordination de le rouvrir.',
  'story.aired': () => 'Ce sujet est passé à l’antenne : il reste dans les archives.',
  'story.closed': () => 'Ce sujet ne se modifie plus : il est passé à l’antenne ou dans la corbeille.',
  'story.has-text': () => 'Ce sujet a déjà un texte. Rien n’a été changé.',
  'story.too-long': () => 'Ce texte est trop long pour un sujet. Rien n’a été changé.',
  'pace.too-short': () =>
    'C’était trop court pour mesurer. Rien n’a été changé : lisez le texte en entier, à voix haute.',
  'pace.too-slow': () =>
    'Il s’est passé autre chose pendant la lecture. Rien n’a été changé : recommencez quand vous voulez.',
  'pace.too-fast': () =>
    'C’est plus vite que l’on ne peut lire à voix haute. Rien n’a été changé : recommencez quand vous voulez.',
  'version.name-missing': () => 'Donnez un nom à cette version.',
  'version.same': ({ name }) => `Ce texte est déjà gardé sous le nom « ${name} ».`,
  'version.blank': () => 'Il n’y a encore rien d’écrit : rien à garder.',
  'version.now': () => 'Le texte est déjà comme dans cette version. Rien n’a été changé.',
  'note.empty': () => 'Écrivez quelque chose, ou choisissez d’abord des mots dans le texte.',
  'note.same': () => 'Ce sont les mêmes mots. Changez ce que vous voulez proposer.',
  'note.too-long': ({ most }) => `C’est trop long : ${most} caractères au plus. Rien n’est perdu.`,
  'note.quote-too-long': () => 'C’est un long passage. Choisissez une phrase, puis recommencez.',
  'note.too-many': ({ most }) =>
    `Il y a déjà ${most} remarques ici. Attendez que quelques-unes soient réglées.`,
  'note.words-gone': () =>
    'Ces mots viennent de changer dans le texte. Ce que vous avez écrit est encore à l’écran : choisissez à nouveau la phrase.',
  'note.closed': () =>
    'Cette remarque vient d’être réglée, ici ou sur une autre page. Rien n’a été fait deux fois.',
  'review.own': () => 'On ne relit pas son propre texte : quelqu’un d’autre le fait pour vous.',
  'review.no-such-reader': () => 'Cette personne n’est plus dans la liste. Choisissez-en une autre.',
  'review.not-asked': () => 'Ce texte n’attend pas de relecture pour le moment.',
  'review.nothing-said': () =>
    'Dites ce qu’il faut regarder : touchez une phrase du texte, ou écrivez un petit mot.',
  'review.done': ({ by }) =>
    `${by || 'Quelqu’un'} vient de relire ce texte, juste avant vous. Vos remarques sont gardées.`,
  'review.withdrawn': () =>
    'Ce texte vient d’être repris par la personne qui l’écrit. Vos remarques sont gardées.',
  'feed.moves-to-itself': () =>
    'Cette adresse est déjà celle du podcast. Écrivez la nouvelle, ou laissez la case vide.',
  'soundbite.outside': ({ length }) =>
    `L’extrait finit après la fin du podcast, qui dure ${length}. Choisissez un passage plus tôt.`,
  'publish.blocked': ({ count }) =>
    Number(count) > 1
      ? `On ne peut pas encore publier : il manque ${count} choses. Elles sont dans la liste au-dessus.`
      : 'On ne peut pas encore publier : il manque une chose. Elle est dans la liste au-dessus.',
  'publish.check-failed': ({ count }) =>
    Number(count) > 1
      ? `Rien n’est parti : ${count} vérifications ont échoué. Elles sont dans la liste « Vérifications », avec quoi faire.`
      : 'Rien n’est parti : une vérification a échoué. Elle est dans la liste « Vérifications », avec quoi faire.',
  'publish.forgotten': () =>
    'Il est trop tard pour annuler ce retrait. Rien n’est perdu : publiez le numéro à nouveau.',
  'publish.voice-withdrawn': () =>
    'Quelqu’un qui parle dans ce numéro a retiré son accord : on ne le remet pas en ligne. Fabriquez le podcast à nouveau, puis publiez.',
  'film.outside': () =>
    'Ce passage n’est pas dans le numéro, ou il est trop court. Choisissez un autre début, ou une durée plus courte.',
  'film.no-encoder': () =>
    'Cette machine ne sait pas faire de films : il lui manque un outil. Le reste marche. Appelez la technique.',
  'film.broken': () =>
    'Le film n’a pas pu être fait. Le numéro en ligne n’a pas changé. Réessayez ; si cela recommence, appelez la technique.',
  'publish.already': () => 'Ce numéro est déjà en ligne. Publiez-le à nouveau pour le mettre à jour.',
  'publish.hour-past': () => 'Cette heure est déjà passée. Choisissez-en une à venir, ou publiez maintenant.',
  'publish.hour-far': () => 'C’est dans plus d’un an. Choisissez un jour plus proche.',
  'clip.title-missing': () => 'Donnez un nom au son, même provisoire. Rien n’a été changé.',
  'clip.title-too-long': ({ most }) => `Le nom tient en ${most} caractères. Rien n’a été changé.`,
  'sound.empty': () => 'Ce fichier est vide : il n’y a pas de son dedans.',
  'sound.not-audio': () =>
    'Ce fichier n’est pas un son. Il est gardé, mais on ne peut pas l’écouter. Cherchez le bon fichier et déposez-le.',
  'sound.script': () =>
    'Ce fichier est une liste de lecture : elle dit où est le son, mais ne le contient pas. Déposez le son lui-même.',
  'sound.silent': () => 'On n’entend rien dans ce son, du début à la fin. Le micro était peut-être coupé.',
  'sound.damaged': () =>
    'Ce son est abîmé : il s’arrête en route. Il est gardé. Si vous avez encore l’original, déposez-le à nouveau.',
  'sound.channels': () => 'Ce son a plus de huit voies. Exportez-le en stéréo, puis déposez-le à nouveau.',
  'sound.sample-rate': () =>
    'La fréquence de ce son est trop inhabituelle. Exportez-le en 48 kHz, puis déposez-le à nouveau.',
  'sound.too-long': () => 'Ce son dure plus de cinq heures. Coupez-le en deux, puis déposez les morceaux.',
  'sound.not-prepared': () => 'On n’a pas réussi à préparer ce son. Il n’est pas perdu. Réessayez.',
  'sound.not-cleaned': () => 'On n’a pas réussi à soigner ce son. Il est intact. Réessayez.',
  'sound.not-ready': () => 'Ce son n’est pas encore prêt. Attendez un instant, puis rechargez la page.',
  'take.unusable': () => 'Cette prise n’est pas utilisable. Choisissez-en une autre, ou refaites-la.',
  'take.too-few': () =>
    'Il faut au moins deux passages enregistrés et prêts pour les assembler. Rien n’est perdu.',
  'sound.edit-stale': ({ title }) =>
    `Quelqu’un vient de couper « ${title} » aussi. Votre travail est encore à l’écran : gardez le vôtre, ou prenez le sien.`,
  'sound.split-empty': () =>
    'À cet endroit, un des deux sons serait vide. Choisissez un instant entre deux choses que l’on garde.',
  'voice.name-missing': () => 'Écrivez un prénom. Rien n’a été changé.',
  'voice.sound-gone': () => 'Ce son n’est plus dans ce sujet. Rechargez la page, puis choisissez à nouveau.',
  'consent.empty': () => 'Répondez oui ou non à une question au moins.',
  'consent.adult': () => 'Cette personne est majeure : elle répond elle-même.',
  'consent.parent-name': () => 'Écrivez le nom du parent qui répond.',
  'proof.missing': () =>
    'Il manque la signature, la photo ou la phrase enregistrée. Vos réponses sont encore à l’écran.',
  'proof.too-big': () =>
    'Ce fichier est trop lourd. Vos réponses sont encore à l’écran : reprenez la photo, ou dites une phrase plus courte.',
  'proof.no-picture': () =>
    'Ce fichier n’est pas une photo que l’on sait lire. Vos réponses sont encore à l’écran : prenez un JPEG ou un PNG.',
  'proof.too-long': () => 'La phrase dure plus de deux minutes. Recommencez avec une phrase courte.',
  'fetch.address': () => 'Cette adresse est mal écrite. Elle commence par https://.',
  'fetch.private': () => 'Cette adresse n’est pas ouverte à tous sur internet : elle n’a pas été suivie.',
  'fetch.unknown-host': () => 'Ce site n’existe pas, ou ne répond pas à ce nom. Vérifiez l’adresse.',
  'fetch.redirects': () =>
    'Cette adresse renvoie sans fin vers une autre. Demandez la bonne à votre hébergeur.',
  'fetch.status': () => 'Le site a répondu que ce fichier n’est pas là, ou n’est pas ouvert à tous.',
  'fetch.too-big': () => 'Ce fichier est trop lourd pour être repris.',
  'fetch.too-slow': () => 'Le site a mis trop de temps à répondre. Réessayez plus tard.',
  'fetch.cut': () => 'Le fichier s’est arrêté en route. Réessayez plus tard.',
  'fetch.failed': () => 'Le site n’a pas pu être joint. Réessayez plus tard.',
  'feed.none': () =>
    'Ce n’est pas le flux d’un podcast. Cherchez l’adresse que votre hébergeur appelle « flux RSS ».',
  'import.running': () => 'Une reprise est déjà en cours. Attendez qu’elle soit finie, ou arrêtez-la.',
  'import.done': () => 'Cette reprise est finie. Regardez à nouveau le flux pour prendre ce qui a changé.',
  'import.file-gone': () => 'Ce flux n’est plus gardé ici. Regardez-le à nouveau.',
  'import.broken': () => 'La machine n’a pas pu continuer. Réessayez : rien n’est repris deux fois.',
  'archive.broken': () => 'La machine n’a pas pu préparer l’archive. Réessayez.',
  'email.taken': () => 'Cette adresse est déjà celle d’un autre membre.',
  'member.last-coordination': () => 'Il faut au moins une personne à la coordination. Rien n’a été changé.',
}

/** A refusal in plain French. */
export function refusalWords(reason: string, facts: Facts): string {
  return sentences[reason]?.(facts) ?? 'Ce n’est pas possible pour le moment. Rien n’est perdu.'
}
