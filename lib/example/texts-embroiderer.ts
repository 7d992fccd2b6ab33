import { script } from './script.ts'

export const embroiderer = script(`
LANCEMENT Yamina — On dit qu’un métier se perd quand plus personne ne le regarde. À Saint-Nicolas, une femme brode tous les jeudis, à la grande table près de la fenêtre, et on la regarde beaucoup. Elle s’appelle Zohra. Elle connaît le point de Fès, que sa grand-mère lui a appris. À côté d’elle, il y a Aïcha, de notre comité, qui apprend depuis un an. Bonjour Zohra, bonjour Aïcha.
Zohra — Bonjour, et merci de nous recevoir avec nos boîtes à ouvrage.
Aïcha — Bonjour Yamina.
## Un point sans envers
QUESTION Yamina — Zohra, qu’est-ce que le point de Fès ?
Zohra — C’est une broderie que l’on fait en comptant les fils de la toile. On ne dessine rien. On compte : quatre fils, on pique, quatre fils, on revient. Souvent, il n’y a qu’une seule couleur, du bleu, ou du rouge foncé. Et voici le secret : quand c’est fini, vous retournez le tissu, et c’est pareil. Il n’y a pas d’envers.
QUESTION Yamina — Pas d’envers du tout ?
Zohra — Pas de nœud, pas de fil qui traîne. Ma grand-mère retournait toujours mon travail avant de regarder l’endroit. Elle disait : l’endroit, tout le monde sait le faire beau. Montre-moi derrière.
Aïcha — Quand Zohra m’a dit cela la première fois, j’ai caché mon tissu sous la table. Derrière, chez moi, c’était un nid d’oiseau.
QUESTION Yamina — À quel âge avez-vous commencé, Zohra ?
Zohra — J’avais sept ans. L’après-midi, il faisait trop chaud pour jouer dehors. Ma grand-mère s’asseyait dans la cour, à l’ombre, avec ses voisines. Moi, je passais les fils dans les aiguilles, parce que j’avais de bons yeux. J’ai enfilé des aiguilles pendant deux ans avant d’avoir le droit de piquer. Je croyais que c’était une punition. En vérité, j’apprenais à regarder.
## Du cahier à la table
QUESTION Yamina — Ensuite, vous êtes venue en France. Vous avez continué à broder ?
Zohra — Non. Pendant trente ans, je n’ai pas touché une aiguille, sauf pour les ourlets des enfants. Je travaillais, je rentrais, il y avait les devoirs et le repas. La boîte est restée en haut de l’armoire. Je savais qu’elle était là, et c’est tout.
QUESTION Yamina — Et qui l’a descendue de l’armoire ?
Zohra — Ma petite-fille. Elle cherchait un déguisement. Elle a ouvert la boîte et elle a dit : qu’est-ce que c’est, ce livre en tissu ? C’était mon cahier d’apprentissage. Un morceau de toile avec tous les motifs, les uns sous les autres. L’étoile, le cyprès, le peigne, la petite main. J’ai voulu lui expliquer, et mes doigts sont partis tout seuls. Ma tête avait oublié. Mes doigts, non.
QUESTION Yamina — C’est comme cela que l’atelier a commencé ?
Zohra — Pas tout de suite. J’ai apporté mon cahier au café du jeudi, à la maison de quartier, pour le montrer. Une dame a demandé à toucher. Une autre a dit : chez nous aussi, on comptait les fils. Elle venait du Portugal. Une troisième a sorti de son sac un napperon de sa belle-mère, tout en croix rouges. La semaine d’après, nous étions huit. Il a fallu pousser les tables.
Aïcha — Moi, j’étais venue pour un papier de la mairie. J’ai attendu mon tour à côté de la table. Zohra m’a tendu une aiguille et m’a dit : en attendant, enfilez-moi ça. C’était il y a un an, et j’attends encore mon tour.
## Apprendre
QUESTION Yamina — Aïcha, qu’est-ce qui est difficile, quand on commence ?
Aïcha — Le plus difficile, c’est de défaire. On se trompe d’un fil, un seul, et on ne le voit pas. On continue, on est contente. Dix rangs plus loin, le motif ne tombe pas en face. Alors il faut tout défaire, jusqu’à l’erreur. La première fois, j’ai pleuré. Zohra a défait avec moi, en parlant d’autre chose.
Zohra — Parce que défaire, c’est encore broder. Le fil s’use un peu, mais la main, elle, devient plus sûre. Je dis toujours : une erreur, c’est une leçon qu’on a payée. Il ne faut pas la jeter.
QUESTION Yamina — Est-ce qu’il faut de bons yeux, de bonnes mains ? Est-ce que l’on peut commencer à tout âge ?
Zohra — Notre plus jeune a neuf ans, et la plus âgée en a quatre-vingt-quatre. Celle-là voit mal, alors elle brode sur une toile à gros fils, avec un coton bien rouge. Un monsieur tremble un peu. Il a trouvé une astuce : il cale son poignet sur un coussin. Chacun a sa manière. Le motif s’en moque.
QUESTION Yamina — Il y a donc des messieurs ?
Zohra — Deux. L’un était cordonnier. Il pique droit, il pique serré, et il ne parle jamais. Il est très fort.
Aïcha — Il parle, mais seulement des fils.
QUESTION Yamina — De quoi parle-t-on, autour de cette table, pendant deux heures ?
Aïcha — De tout. C’est plus facile de parler quand on a les yeux baissés. On ne se regarde pas, on regarde son ouvrage, et les choses viennent. J’ai appris beaucoup de français comme cela. Les mots de la couture, d’abord : l’ourlet, la lisière, le dé. Et puis les autres mots, ceux qu’on n’ose pas dire au guichet.
Zohra — Et nous avons une règle. Ce qui se dit sur la toile reste sur la toile.
## Transmettre
QUESTION Yamina — Vous préparez une grande pièce, tous ensemble. Racontez-nous.
Zohra — C’est une longue nappe, pour les repas du quartier. Chaque personne brode un carré, avec un motif de chez elle. Il y a des étoiles, des croix, des coquelicots. Il y a aussi une chaussure, parce que nous sommes à Romans, et parce que notre cordonnier y tenait.
Aïcha — Moi, je fais un citron. C’est pour Fatiha.
QUESTION Yamina — Et quand elle sera terminée, que va-t-elle devenir, cette nappe ?
Zohra — On va manger dessus. Les gens me disent : Zohra, il faut la mettre dans un cadre, sous une vitre. Non. Une nappe, c’est fait pour les taches. S’il y a une tache, on brodera une fleur par-dessus.
QUESTION Yamina — Une dernière question. Votre petite-fille, celle qui a ouvert la boîte, est-ce qu’elle brode ?
Zohra — Elle compte très bien. Elle est pressée, alors son travail est un peu lâche. Mais l’autre jour, sans que je demande rien, elle a retourné son tissu. Elle a regardé derrière. Elle a fait une petite grimace. Et elle a défait deux rangs. Je n’ai rien dit. J’ai pensé à ma grand-mère.
QUESTION Yamina — Pour celles et ceux qui voudraient venir, comment fait-on ?
Aïcha — C’est le jeudi, à quatorze heures, à la maison de quartier Saint-Nicolas. On prête l’aiguille, la toile et le fil. Il n’y a rien à payer, et il n’y a pas besoin de savoir.
Zohra — Il faut seulement accepter qu’on regarde derrière.
PIED Yamina — Merci Zohra, merci Aïcha. Une photo de la nappe, avec les mains qui la brodent, sera bientôt sur le site de l’émission. Vous pourrez chercher la chaussure.
(hors antenne) Zohra préfère que l’on dise seulement son prénom.
`)
