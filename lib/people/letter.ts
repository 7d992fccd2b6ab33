/** The letters that carry a link, in French as they are read. `link` is a whole address. */
export function letterText(
  purpose: 'invite' | 'sign-in',
  facts: { name: string; show: string; link: string },
): { subject: string; text: string } {
  const life = purpose === 'invite' ? 'sept jours' : 'dix minutes'
  const opening =
    purpose === 'invite'
      ? `${facts.show} vous ouvre sa porte. Voici votre lien pour entrer :`
      : 'Voici votre lien pour entrer :'
  return {
    subject: purpose === 'invite' ? `${facts.show} : votre lien pour entrer` : `Entrer dans ${facts.show}`,
    text: [
      `Bonjour ${facts.name},`,
      `${opening}\n${facts.link}`,
      `Il marche une fois, pendant ${life}. Si vous n’avez rien demandé, ne faites rien : personne n’entrera à votre place.`,
      facts.show,
    ].join('\n\n'),
  }
}
