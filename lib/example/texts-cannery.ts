import { script } from './script.ts'

export const cannery = script(`
LANCEMENT Karim — Merci Fatiha. Avec nous en studio, deux bénévoles de la Conserverie mobile : Monique et Gérard. La Conserverie mobile, c’est une petite cuisine montée dans un camion. Elle se gare dans les quartiers, on y entre avec des légumes, et on en sort avec des bocaux. Bonjour à tous les deux.
Monique — Bonjour Karim, bonjour à toutes les cuisines qui nous écoutent.
Gérard — Bonjour.
## D’où viennent les légumes
QUESTION Karim — Monique, racontez-nous une journée ordinaire. À quelle heure ça commence ?
Monique — Ça commence tôt, et ça commence par un téléphone qui sonne. Un maraîcher nous dit : j’ai quatre caisses de courgettes, elles sont trop grosses, je ne les vendrai pas. Ou bien c’est la fin du marché, et il reste des tomates un peu molles. Elles sont très bonnes, mais elles ne tiendront pas jusqu’à demain. Alors on y va.
Gérard — Moi, je conduis. Je connais tous les quais de déchargement du coin. Avant, j’étais chauffeur routier. À la retraite, je me suis dit : je vais me reposer. Ça a duré trois semaines. Ma femme m’a dit : Gérard, trouve-toi un camion.
QUESTION Karim — Et vous avez trouvé un camion.
Gérard — Un tout petit. Mais celui-là, quand il rentre, il sent la confiture.
QUESTION Karim — Qui vient éplucher ? Il faut s’inscrire, il faut savoir cuisiner ?
Monique — Il faut avoir deux mains et un peu de temps. On annonce la date sur la porte de la maison de quartier, et les gens viennent. Le matin, on est six. À midi, on est quinze, parce que l’odeur fait venir du monde. Il y a des grands-mères qui savent tout, des jeunes qui n’ont jamais tenu un économe, des messieurs qui disent qu’ils passent seulement cinq minutes. Ceux-là, à quatre heures, ils sont encore là.
Gérard — C’est vrai. J’ai vu un monsieur arriver pour déposer un papier. Il est reparti avec un tablier, et trois bocaux de ratatouille.
## Dans le camion
QUESTION Karim — Décrivez-nous le camion, pour ceux qui sont à la radio et qui ne voient rien.
Monique — Alors, fermez les yeux. Vous montez deux marches. À gauche, un grand évier, pour laver. À droite, le plan de travail, avec six planches et six couteaux. Au fond, deux grosses marmites. Et tout au bout, la machine la plus importante : le stérilisateur. On dirait une lessiveuse de chez ma tante, mais avec un cadran.
QUESTION Karim — Justement, parlons de sécurité. Une conserve, ça ne s’improvise pas.
Gérard — Non, et on ne plaisante pas avec ça. Chaque recette a sa fiche. Sur la fiche, il y a la température et la durée. On les note, on les vérifie à deux, et on signe. Le bocal doit être propre, le joint doit être neuf, et le couvercle doit être bien fermé. Si le bocal fait un bruit bizarre quand on l’ouvre, ou s’il n’y a plus de vide, on ne goûte pas. On jette.
Monique — Et on colle une étiquette. Le nom de ce qu’il y a dedans, la date, le lieu. Les enfants adorent faire les étiquettes. La semaine dernière, une petite fille a écrit : soupe de potiron, faite par maman, Gérard, et moi.
Gérard — Dans cet ordre-là. J’ai gardé une photo.
## Qui emporte les bocaux
QUESTION Karim — À la fin de la journée, il y a combien de bocaux sur la table ?
Monique — Entre quarante et quatre-vingts. Cela dépend du légume. Les tomates, ça va vite. Les haricots, il faut de la patience. Les citrons de Fatiha, c’était trente bocaux dans une seule matinée.
QUESTION Karim — Et ces bocaux, à qui sont-ils ?
Gérard — À celles et ceux qui les ont faits, d’abord. Chacun emporte sa part. Ensuite, on en garde pour la maison de quartier, pour les repas partagés. Et il y en a toujours un peu pour les personnes qui n’ont pas pu venir, parce qu’elles sont malades, ou parce qu’elles travaillent.
Monique — On ne vend rien. On me demande souvent combien ça coûte. Je réponds : ça coûte une matinée, et une histoire. Parce qu’en épluchant, on parle. On parle de son pays, de ses enfants, de ce qu’on mangeait quand on était petit. Moi, j’ai appris à faire les citrons au sel à soixante-huit ans. Ma voisine, elle, a découvert la soupe au pistou.
QUESTION Karim — Il y a des recettes qui ratent ?
Gérard — Oui. La confiture de tomates vertes de l’an dernier.
Monique — Gérard, on avait dit qu’on n’en parlerait pas.
Gérard — Elle était tellement dure qu’on a tordu une cuillère. On l’a gardée. Elle est accrochée dans le camion, avec un ruban. C’est notre médaille.
## Ce que cela change
QUESTION Karim — Qu’est-ce que cela a changé, pour vous, de faire cela toutes les semaines ?
Monique — Moi, je vivais seule, et je mangeais debout. Une tartine, un yaourt, et voilà. Maintenant, le mercredi, je prépare un vrai repas, parce que j’ai de bons bocaux dans le placard. Et surtout, je connais les gens de mon immeuble. Avant, on se disait bonjour dans l’escalier. Maintenant, on se prête la grande marmite.
Gérard — Moi, j’ai arrêté de jeter. J’ouvre le réfrigérateur, je vois trois carottes fatiguées, et je me dis : vous, je vais vous sauver. Mes petits-enfants se moquent de moi. Mais ils finissent l’assiette.
QUESTION Karim — Si quelqu’un nous écoute et veut essayer chez soi, sans camion, par quoi commencer ?
Monique — Par une chose facile. Prenez une recette avec du vinaigre ou avec du sucre : des cornichons, une confiture. Un seul kilo. Lavez bien vos bocaux, suivez la recette à la lettre, et faites-le à deux. À deux, on se trompe moins, et on rit davantage.
Gérard — Et pour les légumes sans vinaigre, venez plutôt au camion. Là, il faut la bonne température, et nous avons la machine.
QUESTION Karim — Où peut-on vous trouver ?
Monique — Cherchez l’affiche verte à l’accueil des trois maisons. Il y a le jour, il y a le lieu, et il y a le légume de la semaine. Apportez un tablier, et un bocal vide si vous en avez un. Si vous n’en avez pas, venez quand même.
Gérard — Et si vous avez un arbre qui donne trop de fruits, appelez la maison de quartier. On vient avec l’échelle. Moi je tiens l’échelle, parce que Monique ne veut pas que je monte.
PIED Karim — Merci Monique, merci Gérard. La Conserverie mobile, c’est ouvert à tout le monde, et on repart toujours avec quelque chose. Tout de suite, une chanson, puis la rubrique culture.
(hors antenne) Demander à Monique la date de la prochaine journée avant l’enregistrement.
`)
