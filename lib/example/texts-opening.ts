import { script } from './script.ts'

export const opening = script(`
Denise — Bonjour. Vous écoutez La Bobine romanaise, l’émission des maisons de quartier de Romans-sur-Isère. Quatorze habitantes et habitants, trois maisons, une Accorderie, et un micro pour tout le monde.
Karim — Bonjour Denise, bonjour à toutes et à tous. Au sommaire cette semaine, deux rubriques, et beaucoup de mains qui travaillent.
Denise — En développement durable : que deviennent les citrons que personne n’achète ? Fatiha a suivi une caisse jusqu’au bocal. Et deux bénévoles de la Conserverie mobile nous ouvrent la porte de leur camion.
Karim — En culture, nous avons posé la question dans la rue : quel a été votre premier concert ? Puis nous passerons le fil dans l’aiguille avec Zohra, brodeuse à Saint-Nicolas.
Denise — Et pour finir : trois brèves pour se déplacer autrement, l’agenda des trois maisons, une offre et une demande de l’Accorderie. Installez-vous. On déroule le fil.
`)

export const launchDurable = script(`
Denise — On commence tout de suite avec le développement durable. En cuisine, on jette beaucoup, et souvent sans y penser. À la maison de quartier des Ors, une caisse de citrons allait finir à la poubelle. Fatiha est partie avec elle. De la camionnette jusqu’au bocal, elle nous raconte le voyage.
`)

export const lemons = script(`
Fatiha — Lundi matin, à la maison de quartier des Ors, une camionnette s’arrête. Dedans, il y a douze caisses de citrons. Ils sont un peu tachés. Au marché, personne ne les achète. Mais à l’intérieur, ils sont parfaits.
Fatiha — Nous sommes six autour de la table. On lave, on brosse, on coupe en quatre, sans aller jusqu’au bout. Le citron s’ouvre comme une fleur. Au milieu, on met le gros sel. Une cuillère, pas plus.
Fatiha — Ma mère faisait pareil, dans un grand pot en terre. Moi, je regardais. Je n’avais jamais essayé toute seule. Maintenant, c’est moi qui montre aux autres.
Une voisine — Chez nous, on ajoute une feuille de laurier. Ça sent bon quand on ouvre.
Fatiha — Ensuite, on serre bien les citrons, on ajoute du jus, on ferme, et on attend. Un mois. C’est long, un mois.
Fatiha — Une caisse jetée, c’est triste. Une caisse partagée, c’est trente bocaux pour le quartier.
PIED Denise — C’était Fatiha, à la maison de quartier des Ors.
`)

export const launchCulture = script(`
Karim — La Bobine continue, avec la rubrique culture. Samedi matin, Inès a pris le micro, son écharpe, et elle est sortie, place du marché, avec une seule question. Elle est toute simple, et elle fait chanter les gens, parfois sans prévenir : quel a été votre premier concert ?
`)

export const goodbye = script(`
Denise — C’est la fin du fil pour aujourd’hui. Merci à Fatiha, Inès, Yamina, Aïcha, Lucas, Jocelyne, Tomasz, Rosa et Marcel, merci à toutes les personnes invitées, et merci à Bastien, de l’autre côté de la vitre.
Karim — Vous pouvez nous réécouter, et nous relire, sur le site de l’émission. Une chanson passée à l’antenne n’y sera pas, mais son titre est écrit sur la page.
Denise — La semaine prochaine, on parlera de compost, et d’un livre qui voyage. Une idée, une histoire, une recette ? Poussez la porte d’une des trois maisons.
Karim — Au revoir, et à vendredi.
`)
