import { script } from './script.ts'

export const briefs = script(`
Lucas — Mobilité, maintenant. Trois brèves pour se déplacer autrement.
Lucas — D’abord, le covoiturage. Au départ des trois maisons, un tableau attend vos trajets. À gauche, les personnes qui ont une place. À droite, celles qui en cherchent une. Vous écrivez votre prénom, le jour et l’heure, et la maison vous met en contact. Cette semaine, on demande surtout la zone commerciale, le matin, vers huit heures.
Lucas — Ensuite, le vélo. L’atelier de réparation reprend mercredi, à quatorze heures, devant la maison citoyenne Noël Guichard. Vous venez avec votre vélo, on vous prête les outils. Une crevaison, des freins qui grincent, une selle trop basse : on répare ensemble.
Lucas — Enfin, à pied. Des parents de Saint-Nicolas cherchent du monde pour accompagner les enfants à l’école, en groupe. C’est un matin par semaine, un quart d’heure de marche, et on passe devant la boulangerie. Les gilets jaunes sont fournis, les histoires drôles aussi.
`)

export const listings = script(`
LANCEMENT Jocelyne — C’est l’heure de l’agenda. Prenez un crayon, on va doucement.
Tomasz — On commence par la maison de quartier des Ors. Mardi, à quatorze heures, l’atelier du numérique tranquille. Vous apportez votre téléphone, et vos questions, même celles que vous n’osez pas poser à vos enfants. Vendredi, à midi, repas partagé : chacun apporte un plat, et une chaise si possible. Si vous n’avez pas le temps de cuisiner, apportez le pain.
Jocelyne — À la maison de quartier Saint-Nicolas, maintenant. Mercredi, à dix heures, contes pour les petits, avec un goûter. Jeudi, à quatorze heures, la table de broderie de Zohra, dont on vient de parler. Et samedi matin, de neuf heures à midi, la gratuiterie. Vous déposez ce qui ne sert plus, vous prenez ce qui vous plaît. On cherche surtout des manteaux d’enfant.
Tomasz — À la maison citoyenne Noël Guichard. Lundi, à dix-huit heures, conversation en français, autour d’un thé. Tout le monde peut venir, celles et ceux qui apprennent, et celles et ceux qui aiment bavarder. Mercredi, l’atelier vélo. Et samedi, à quinze heures, la chorale ouvre ses portes. Il n’y a pas d’audition, et les timides sont placés au milieu.
Jocelyne — Et pour toutes les maisons : le comité de rédaction de La Bobine se réunit jeudi, à dix-huit heures. On écoute l’émission, on dit ce qu’on en pense, et on prépare la suite.
Tomasz — Vous pouvez venir seulement pour écouter. Beaucoup d’entre nous ont commencé comme cela.
PIED Jocelyne — Tout est affiché à l’accueil de chaque maison. Et si vous hésitez, appelez. On vous répondra.
`)

export const accorderie = script(`
LANCEMENT Rosa — À l’Accorderie, on échange du temps. Une heure donnée, c’est une heure reçue, et toutes les heures se valent. Une heure de bricolage, une heure de couture, une heure de compagnie : c’est pareil. Chaque semaine, nous passons une offre et une demande. Marcel, vous commencez par l’offre.
Marcel — Oui. L’offre de la semaine, c’est celle d’un monsieur qui sait accorder les pianos, et qui s’ennuie. Il peut aussi régler une guitare, ou un accordéon. Il se déplace à vélo, avec ses outils. Il m’a dit : même un piano qui n’a pas servi depuis vingt ans, je veux bien lui dire bonjour. Et il ne juge pas les gens qui jouent mal. Il dit qu’il a l’habitude.
QUESTION Rosa — Et combien de temps faut-il pour accorder un piano ?
Marcel — Deux heures environ. Donc, deux heures sur votre compte de temps. Vous pouvez les rendre comme vous voulez : en gardant un chat, en traduisant une lettre, en faisant une tarte.
QUESTION Rosa — Et la demande, maintenant.
Marcel — La demande vient d’une dame qui voudrait apprendre à envoyer des photos à sa sœur, avec son téléphone. Elle a essayé toute seule. Sa sœur a reçu onze fois la photo d’un genou. Elle cherche une personne patiente, une heure par semaine, pendant un mois.
Rosa — Une personne patiente, et qui aime le café.
Marcel — Et les gâteaux à l’orange. Elle en fait beaucoup, et elle n’aime pas les manger seule.
PIED Rosa — Pour répondre, appelez l’Accorderie ou passez nous voir. Et si vous pensez que vous ne savez rien faire, venez quand même. On trouve toujours.
`)
