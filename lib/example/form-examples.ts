import type { StoryForm } from '#lib/db/schema.ts'
import { script } from './script.ts'
import type { TextBlock } from './shape.ts'

/** One short text of each form, whole, as it could be on air: for whoever asks what such a story looks like. */
export const formExamples: Record<StoryForm, TextBlock[]> = {
  brief: script(`
Lucas — La gratuiterie de Saint-Nicolas cherche des manteaux d’enfant, avant le froid. Vous pouvez les déposer samedi matin, de neuf heures à midi, à la maison de quartier.
Lucas — Propres, c’est bien. Avec tous les boutons, c’est encore mieux.
`),
  interview: script(`
LANCEMENT Aïcha — Elle brode depuis qu’elle a huit ans. Zohra nous a ouvert sa boîte à fils, à la maison de quartier Saint-Nicolas.
QUESTION Aïcha — Zohra, qui vous a appris à broder ?
Zohra — Ma grand-mère. Elle ne disait rien. Elle montrait, elle défaisait, et je recommençais.
QUESTION Aïcha — Racontez-nous la première chose que vous avez finie.
Zohra — Une nappe. Il y avait une tache de thé, alors j’ai brodé une fleur dessus. Depuis, je commence toujours par une fleur.
QUESTION Aïcha — Et à qui apprenez-vous, maintenant ?
Zohra — À qui veut. Le jeudi, il y a même un monsieur qui vient pour ses chaussettes.
PIED Aïcha — Zohra tient la table de broderie chaque jeudi, à quatorze heures, à la maison de quartier Saint-Nicolas.
`),
  voxPop: script(`
LANCEMENT Inès — Devant la poste, samedi, j’ai posé une seule question à tous les gens qui passaient.
QUESTION Inès — C’était quoi, votre premier concert ?
(son) Cinq réponses, l’une après l’autre
Une dame — Un accordéon, au bal des pompiers. J’avais mis les chaussures de ma sœur.
Un monsieur — Le mien, c’était dans un garage. On n’entendait que la batterie.
Un enfant — Je n’en ai pas encore eu. Mais j’ai une flûte.
PIED Inès — Et vous, c’était quand ? Racontez-le-nous à l’accueil de votre maison.
`),
  report: script(`
LANCEMENT Karim — Mercredi, devant la maison citoyenne Noël Guichard, des vélos sont couchés sur l’herbe, les roues en l’air.
Karim — Ça sent la graisse et le café. Une petite fille tient une clé plus grande que son bras.
(son) Une roue qui tourne, puis un frein qui grince
Karim — Tomasz répare ici depuis trois ans. Il ne prend jamais l’outil des mains de quelqu’un : il montre du doigt, et il attend.
Karim — Ce matin, onze vélos sont repartis. Le douzième dort encore, mais il a un nouveau panier.
PIED Karim — L’atelier vélo revient mercredi prochain, à quatorze heures. Les outils sont prêtés.
`),
  soundPostcard: script(`
LANCEMENT Rosa — Six heures et demie, place du marché. Personne n’a encore crié, mais tout se prépare.
(son) Les caisses, les bâches, le premier bonjour
PIED Rosa — C’était une carte postale du samedi matin.
`),
  listings: script(`
LANCEMENT Jocelyne — C’est l’heure de l’agenda. Prenez un crayon, on va doucement.
Jocelyne — Lundi, à dix-huit heures, conversation en français autour d’un thé, à la maison citoyenne Noël Guichard. C’est ouvert à tout le monde.
Jocelyne — Mercredi, à dix heures, contes pour les petits, à la maison de quartier Saint-Nicolas. Il y a un goûter.
Jocelyne — Vendredi, à midi, repas partagé à la maison de quartier des Ors. Apportez un plat, ou le pain.
PIED Jocelyne — Tout est affiché à l’accueil de chaque maison. Et si vous hésitez, appelez.
`),
  debate: script(`
LANCEMENT Denise — Faut-il fermer la rue de l’école aux voitures, le matin ? Marcel pense que oui, Yamina pense que non.
QUESTION Denise — Marcel, pourquoi fermer ?
Marcel — Parce que j’accompagne mon petit-fils, et que je lui serre la main trop fort.
QUESTION Denise — Yamina, que répondez-vous ?
Yamina — Je commence à huit heures, de l’autre côté de la ville. Dix minutes de détour, c’est mon café qui saute. Et quelquefois mon travail.
QUESTION Denise — Sur quoi êtes-vous d’accord ?
Marcel — Sur le passage piéton. Il est effacé.
Yamina — Ça, on le repeint demain.
PIED Denise — La rue reste ouverte, pour l’instant. Le passage piéton sera repeint.
`),
  studioTalk: script(`
LANCEMENT Karim — Un camion, une grande marmite, des bocaux : la Conserverie mobile vient jusqu’à nous. Monique et Gérard en sont les bénévoles.
QUESTION Karim — Qu’est-ce qu’il y a dans ce camion ?
Monique — Tout ce qu’il faut, sauf les légumes. Les légumes, c’est vous.
QUESTION Karim — Il y a des recettes qui ratent ?
Gérard — La confiture de tomates vertes. On y a tordu une cuillère. Elle est accrochée dans le camion.
QUESTION Karim — Et si on veut essayer ?
Monique — Venez avec un bocal vide. Si vous n’en avez pas, venez quand même.
PIED Karim — Merci Monique, merci Gérard. Tout de suite, une chanson.
`),
}
