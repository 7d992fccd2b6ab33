import { script } from './script.ts'

export const compost = script(`
LANCEMENT Rosa — Au pied de l’immeuble, il y a trois bacs en bois. On y met des épluchures, et on en sort de la terre. Enfin, quand tout va bien.
QUESTION Rosa — Qui a la clé du compost, et qui le remue ?
QUESTION Rosa — Qu’est-ce qu’on n’a pas le droit d’y mettre ?
QUESTION Rosa — Est-ce que ça sent mauvais ?
(hors antenne) Appeler le gardien avant mardi. Enregistrer le bruit de la fourche.
`)

export const travellingBook = script(`
LANCEMENT Aïcha — C’est un livre sans adresse. On le lit, on écrit une phrase sur la dernière page, et on le passe à quelqu’un. Celui-ci a déjà fait onze étages.
Aïcha — Je l’ai trouvé dans l’ascenseur, posé sur la barre. Il y avait un mot sur la couverture : « Je ne suis pas perdu, je voyage. » J’ai tourné la dernière page, et j’ai reconnu l’écriture de ma voisine du dessous. Nous ne nous étions jamais parlé.
Aïcha — J’ai sonné chez elle. Elle a ouvert, elle a vu le livre, et elle a dit : alors, il vous a plu ? Nous avons bu un café. Depuis, nous lisons les mêmes livres, avec trois jours de décalage.
## À préparer
* La liste des phrases de la dernière page
* La voix de la voisine, si elle est d’accord
* Une lecture de la première page
PIED Aïcha — Si vous trouvez ce livre, ne le rapportez pas. Lisez-le.
`)

export const benches = script(`
Marcel — Compter les bancs entre la poste et le marché. Il y en avait neuf, il en reste quatre. Où s’assoit-on quand on a mal aux genoux ?
`)

export const swimming = script(`
Fatiha — J’apprends à nager. J’ai cinquante ans. Je voudrais raconter le premier jour, quand on met la tête sous l’eau.
`)

export const nextOpening = script(`
Karim — Bonjour à toutes et à tous. Vous écoutez La Bobine romanaise. Cette semaine, de la terre, des livres et de l’eau.
(hors antenne) À compléter quand le sommaire sera choisi, jeudi, au comité.
`)
