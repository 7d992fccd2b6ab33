/** Gentle words that one only has to choose, by the name under which the form sends them. */
export const readyMessages: Record<string, string> = {
  clear: 'Merci. C’est clair, et on vous entend parler.',
  learnt: 'J’ai appris quelque chose en vous lisant. Merci.',
  nearly: 'C’est bien parti. J’ai proposé de petits changements : c’est vous qui décidez.',
}
