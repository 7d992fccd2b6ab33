/** Whether words before a name are shortened: Aïcha, Inès, Hélène, Yves; not Yamina, whose first sound is no vowel. */
export function isElided(name: string): boolean {
  return /^([aeiouhàâéèêëîïôöûü]|y(?![aeiouàâéèêëîïôöûü]))/i.test(name)
}

/** "de Fatiha", "d’Inès". */
export function ofName(name: string): string {
  return isElided(name) ? `d’${name}` : `de ${name}`
}
