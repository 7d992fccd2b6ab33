import { script } from './script.ts'

export const lastOpening = script(`
Denise — Bonjour, et bienvenue dans La Bobine romanaise, l’émission des maisons de quartier de Romans-sur-Isère. Un numéro un peu plus court cette semaine, parce que le studio est en travaux, mais un numéro bien rempli.
Karim — Bonjour Denise. On va parler de mobilité. Sandrine partage sa voiture depuis trois ans, et elle ne dit plus jamais : ma voiture. Puis Marcel et Tomasz nous apprennent à ne plus jeter nos vieux vélos. Et Rosa nous explique une drôle de monnaie : le temps.
Denise — En culture, Yamina a fait une chose qu’elle n’avait pas faite depuis l’école : elle a chanté devant quelqu’un. Et nous finirons avec l’agenda. C’est parti.
`)

export const carpool = script(`
LANCEMENT Lucas — Tous les matins, à sept heures et quart, Sandrine attend devant la boulangerie. Elle n’attend pas le bus. Elle attend ses passagers. Je suis monté à l’arrière, avec mon micro. Bonjour Sandrine.
Sandrine — Bonjour Lucas. Attachez votre ceinture, et ne mettez pas le micro dans le croissant.
QUESTION Lucas — Comment cela a commencé, le covoiturage ?
Sandrine — Par une panne. Ma voiture est restée au garage pendant deux semaines. Une collègue m’a emmenée, et je me suis rendu compte qu’elle habitait à deux rues de chez moi. Deux rues ! On se suivait tous les matins depuis des années, chacune dans sa voiture, chacune avec sa radio.
QUESTION Lucas — Et maintenant, vous êtes combien ?
Sandrine — Nous sommes quatre, avec deux voitures, une semaine chacun. On a fait les comptes à la fin de la première année. Chacun de nous a économisé à peu près un mois de courses. Et je ne parle pas du parking.
QUESTION Lucas — Qu’est-ce qui est difficile ? Les horaires ?
Sandrine — Les horaires, on s’arrange. Le plus difficile, c’était le silence. Moi, le matin, je ne parle pas. Mais Antoine, lui, il raconte sa soirée. Alors nous avons fait une règle : jusqu’au rond-point, on se tait. Après le rond-point, Antoine a le droit.
QUESTION Lucas — Et quand quelqu’un est malade, ou quand il y a une grève ?
Sandrine — On prévient la veille, avant vingt heures. Et si c’est un imprévu, il y a toujours l’autre voiture. En trois ans, personne n’est resté sur le trottoir. Une fois, on est venu me chercher avec une camionnette de fleuriste. J’ai voyagé entre deux couronnes de mariage.
QUESTION Lucas — Que diriez-vous à quelqu’un qui hésite ?
Sandrine — De commencer petit. Un seul jour par semaine, avec une seule personne. Mettez un mot sur le tableau de la maison de quartier. Dites l’heure, dites le trajet, et dites si vous êtes bavard. C’est important, ça.
PIED Lucas — Merci Sandrine. Nous voilà au rond-point. Antoine, vous avez le droit.
`)

export const bicycles = script(`
LANCEMENT Karim — Dans presque toutes les caves du quartier, il y a un vélo qui dort. Pneus à plat, chaîne rouillée, une toile d’araignée sur la selle. À la maison citoyenne Noël Guichard, une équipe les réveille. Avec nous, deux membres du comité, qui sont aussi mécaniciens du mercredi : Marcel et Tomasz.
Marcel — Bonjour. Mécanicien, c’est un grand mot. Disons que je sais où mettre l’huile.
Tomasz — Bonjour. Il est modeste. C’est lui qui m’a tout appris.
QUESTION Karim — Marcel, un vélo qui n’a pas roulé depuis dix ans, c’est fichu ?
Marcel — Presque jamais. Neuf fois sur dix, il faut trois choses : deux chambres à air, une paire de patins de frein, et une chaîne bien nettoyée. Le reste, c’est de la poussière. On en a pour une heure, une heure et demie.
QUESTION Karim — Et qui fait la réparation ? C’est vous ?
Tomasz — Non, et c’est cela qui est bien. La personne répare elle-même. Nous, on montre, on tient la roue, on donne la bonne clé. La première fois, les gens ont peur de casser. On leur dit : il est déjà cassé, vous ne risquez rien.
Marcel — La semaine passée, une dame a changé sa chambre à air toute seule. Elle a levé les deux bras, comme au Tour de France. Ses petits-enfants ont applaudi.
QUESTION Karim — D’où viennent les pièces ?
Marcel — Des vélos qu’on ne peut plus sauver. On les démonte, on trie, on range dans des boîtes de conserve. Il y a la boîte des écrous, la boîte des rayons, et la boîte des choses que personne ne reconnaît. Celle-là, on ne la jette surtout pas.
Tomasz — Moi, quand je suis arrivé en France, je ne parlais pas français. Mais un écrou, c’est un écrou. J’ai appris les mots avec les mains : la selle, le pédalier, le garde-boue. Mon préféré, c’est dérailleur.
QUESTION Karim — C’est un joli mot. Et combien cela coûte ?
Tomasz — C’est à prix libre. Il y a une boîte à l’entrée. Certains mettent une pièce, d’autres apportent un gâteau, et d’autres reviennent le mercredi suivant pour aider quelqu’un.
Marcel — Et nous avons besoin de monde. Pas besoin de savoir. Si vous savez tenir une roue bien droite, vous êtes embauché.
PIED Karim — Merci Marcel, merci Tomasz. L’atelier vélo, c’est le mercredi, à quatorze heures. Et maintenant, un peu de musique, jouée par des voisins de palier.
`)

export const lastLaunchCulture = script(`
Denise — Place à la culture. Est-ce qu’on peut chanter quand on est certain de chanter faux ? Yamina a voulu vérifier. Elle a poussé la porte de la chorale, un samedi après-midi. Voici son carnet de répétition.
`)

export const choir = script(`
Yamina — Samedi, quinze heures moins cinq. Je suis devant la porte. J’entends des gens qui rient. Je pourrais encore dire que je me suis trompée de salle.
Yamina — J’entre. Ils sont une vingtaine, en rond. Une dame me donne une chaise et me demande : vous êtes plutôt haut, ou plutôt bas ? Je réponds : je suis plutôt derrière. Elle rit, et elle m’installe au milieu.
Yamina — On ne commence pas par chanter. On commence par bâiller. Bâiller très fort, la bouche grande ouverte, tous ensemble. Après cela, on n’a plus rien à perdre. Ensuite, on souffle, on bourdonne, on fait la sirène. À côté de moi, un monsieur très sérieux fait la sirène mieux que les pompiers.
Yamina — Puis vient la première note. Je la cherche, je ne la trouve pas. Alors la dame me dit une chose que je n’oublierai pas :
CITATION La cheffe de chœur — Ne chantez pas. Écoutez votre voisin, et posez votre voix sur la sienne, comme une main sur une épaule.
Yamina — J’écoute. Je pose. Et tout à coup, je ne m’entends plus. Pas parce que je chante moins fort. Parce que je suis dedans.
Yamina — À l’école, une maîtresse m’avait dit de faire semblant, de bouger seulement les lèvres. J’avais huit ans. J’ai bougé les lèvres pendant quarante ans. Samedi, j’ai arrêté de faire semblant.
Yamina — À la fin, le monsieur sérieux m’a serré la main. Il m’a dit : vous chantez un peu à côté, mais vous chantez avec nous. Je crois que c’est le plus beau compliment de l’année.
PIED Yamina — La chorale répète le samedi. La porte n’est jamais fermée.
`)

export const lastListings = script(`
LANCEMENT Jocelyne — L’agenda de la semaine, dans les trois maisons.
Jocelyne — À la maison de quartier des Ors, lundi matin, la Conserverie mobile s’installe sur le parking. Cette fois, ce sera des citrons. Il faut des bras, des planches, et des histoires.
Jocelyne — À la maison de quartier Saint-Nicolas, jeudi, à quatorze heures, la table de broderie. On prête tout le matériel.
Jocelyne — À la maison citoyenne Noël Guichard, mercredi, à quatorze heures, l’atelier vélo. Et samedi, à quinze heures, la chorale, vous avez compris qu’elle recrute.
Jocelyne — Enfin, à l’Accorderie, une permanence mardi, de dix heures à midi, pour celles et ceux qui veulent découvrir l’échange de temps. Le café est chaud, et l’inscription est gratuite.
`)

export const lastGoodbye = script(`
Karim — C’est tout pour cette semaine. Merci à Sandrine, et merci à tout le comité.
Denise — La semaine prochaine, on parlera de citrons, de camion et d’aiguilles. Si vous avez une idée pour l’émission, dites-la à l’accueil d’une des maisons. La première idée peut être petite. Au revoir, et à vendredi.
`)

export const timeBank = script(`
LANCEMENT Denise — Dans une rubrique durable, on parle de ce qui se répare et de ce qui se partage. Et si l’on partageait aussi le temps ? Rosa, vous nous représentez l’Accorderie dans le comité. Expliquez-nous simplement.
Rosa — C’est très simple. J’ai une heure devant moi, et je sais faire un ourlet. Je fais un ourlet pour Denise. On écrit une heure sur mon compte. Avec cette heure, je demande à quelqu’un d’autre de m’aider à remplir un dossier. Voilà.
QUESTION Denise — Donc ce n’est pas un échange à deux, comme un troc ?
Rosa — Non, et c’est le plus malin. Celui qui m’aide n’a peut-être pas d’ourlet à faire. Mais il veut apprendre la guitare, avec une troisième personne. Le temps circule. Il fait le tour du quartier, et il revient.
QUESTION Denise — Une heure de guitare vaut une heure d’ourlet ?
Rosa — Une heure vaut une heure. Pas plus, pas moins. Au début, cela étonne. Les gens me disent : mais moi, je ne sais rien faire. Alors je demande ce qu’ils ont fait hier. J’ai gardé ma nièce. J’ai réparé une prise. J’ai écouté ma voisine. Eh bien, tout cela, ce sont des heures.
QUESTION Denise — Quel est l’échange dont vous êtes la plus fière ?
Rosa — Un jeune homme devait apprendre à cuisiner pour quatre, en une semaine. Sa mère rentrait de l’hôpital. Trois dames de l’Accorderie l’ont formé, un plat chacune. Il a rendu ses heures en portant des courses, au cinquième étage, sans ascenseur. Aujourd’hui, c’est lui qui apprend aux autres à faire la sauce.
PIED Denise — Merci Rosa. L’Accorderie vous accueille le mardi matin. Apportez une heure, on vous en rendra une.
`)
