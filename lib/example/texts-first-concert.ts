import { script } from './script.ts'

export const firstConcert = script(`
LANCEMENT Inès — Place du marché, samedi matin. Votre premier concert, c’était quoi ?
(son) Ambiance du marché, puis les réponses s’enchaînent
Une dame — Oh là là. C’était un bal, en fait. J’avais douze ans, il y avait un accordéon, et mon père m’a fait danser debout sur ses chaussures.
Un jeune homme — Du rap, au gymnase du lycée. On n’entendait pas les paroles, on entendait surtout les basses. Et mon cœur.
Une passante — Une chorale. C’était ma fille qui chantait, au deuxième rang. Je n’ai regardé qu’elle, et j’ai pleuré du début à la fin.
QUESTION Inès — Et vous, monsieur ?
Un monsieur — Un orchestre, sous la pluie, un quatorze juillet. Tout le monde est parti, sauf les musiciens. Alors je suis resté aussi. Par politesse.
Une étudiante — Moi, je n’en ai jamais vu. En vrai, jamais. C’est cher, et puis je ne savais pas qu’on pouvait entrer. Mais ma voisine joue du violon tous les soirs, et j’ouvre la fenêtre. Ça compte ?
QUESTION Inès — Ça compte.
Un marchand — Mon premier concert, c’est ici, sur le marché ! Le poissonnier chante depuis trente ans. Il chante faux, mais il chante fort. Les gens viennent pour lui. Enfin, pour le poisson aussi.
Un grand-père — Au village, mon oncle jouait de la flûte, le soir, sur le toit. Il n’y avait pas de billet. On montait, on s’asseyait, on regardait les étoiles. Je n’ai jamais retrouvé une aussi belle salle.
Une enfant — Moi, c’est le concert de l’école. Je jouais du triangle. J’ai fait ting, une fois. C’était le bon moment.
Une passante — Ah, si, une dernière chose. Après la chorale, ma fille a salué. Elle a salué trois fois. Personne ne lui avait demandé.
PIED Inès — C’était votre premier concert, au micro d’Inès. Et le vôtre ?
(hors antenne) Inès est mineure : vérifier l’accord d’un parent avant l’antenne.
`)
