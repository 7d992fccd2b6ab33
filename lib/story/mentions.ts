import { sentencesOf } from './sentences.ts'

/** Prepositions of place: what is written with a capital after one of them is a place, not a person. */
const placeWord =
  '(?:[àÀ]|[aA]ux?|[eE]n|[vV]ers|[pP]rès d[eu’]|[rR]ues?|[pP]laces?|[qQ]uais?|[qQ]uartiers?|[cC]ours|[vV]illes? de|[sS]alle|[pP]arc|[mM]aison de quartier)'
const proper = '\\p{Lu}[\\p{Ll}’]+(?:[ -]\\p{Lu}[\\p{Ll}’]+){0,3}'
const bareSite =
  /(?<!\p{L})(?:rue|place|quai|quartier|marché|école|bibliothèque|médiathèque|mairie|gare|jardin|parc|salle|gymnase|maison|centre social|usine|atelier|cour|immeuble)s?(?!\p{L})/giu
const time =
  /(?<!\p{L})(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|aujourd[’']hui|hier|demain|ce (?:matin|soir|midi)|cet (?:après-midi|été|automne|hiver)|ce printemps|cette (?:semaine|année)|l[’']an (?:dernier|prochain)|la semaine (?:dernière|prochaine)|(?:le mois|l[’']année) (?:dernier|dernière|prochain|prochaine)|(?:chaque|tous les|toutes les) (?:jour|matin|midi|soir|nuit|semaine|mois|an|année|été|hiver|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?|depuis \p{L}+)(?!\p{L})|(?<!\d)\d{1,2}[ \u00a0\u202f]?h(?:[ \u00a0\u202f]?\d{2})?(?!\p{L})|(?<!\d)(?:19|20)\d{2}(?!\d)/giu

/** First names that a text says: those of `known` people, and words with a capital inside a sentence that name no place. */
export function namesIn(lines: readonly string[], known: readonly string[]): string[] {
  const text = lines.join('\n')
  const places = new Set(placesIn(lines, []))
  const inside = sentencesIn(lines).flatMap((sentence) => capitalised(sentence))
  const members = known.filter((name) => name !== '' && hasWord(text, name))
  return [...new Set([...members, ...inside.filter((name) => !isPartOf(name, places))])]
}

/** Where a text says that it happens: known places, what follows a word of place, else a plain site ("le marché"). */
export function placesIn(lines: readonly string[], known: readonly string[]): string[] {
  const text = lines.join('\n')
  const named = known.filter((name) => name !== '' && text.toLowerCase().includes(name.toLowerCase()))
  const after = [
    ...text.matchAll(
      new RegExp(`(?<!\\p{L})${placeWord} ?(?:la |le |les |l’|de la |du |des |d’)?(${proper})`, 'gu'),
    ),
  ]
  const found = [...named, ...after.flatMap(([, place]) => place ?? [])]
  return [...new Set(found.length > 0 ? found : (text.match(bareSite) ?? []))]
}

/** When a text says that it happens: days, months, hours, years and the words for them. */
export function timesIn(lines: readonly string[]): string[] {
  return [...new Set(lines.join('\n').match(time) ?? [])]
}

function sentencesIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => sentencesOf(line).map(({ from, to }) => line.slice(from, to)))
}

/** Words with a capital that neither open the sentence nor follow an article: « la Conserverie » is nobody. */
function capitalised(sentence: string): string[] {
  const words = sentence.matchAll(
    new RegExp(
      `(?<=[\\p{L}\\d,;]['’]?[ \\u00a0]|d’)(?<!(?<!\\p{L})(?:la|le|les|un|une|du|des|au|aux|cette|ce) )${proper}(?!\\p{L})`,
      'gu',
    ),
  )
  return [...words].map(([name]) => name)
}

function hasWord(text: string, word: string): boolean {
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<!\\p{L})${plain}(?!\\p{L})`, 'u').test(text)
}

function isPartOf(name: string, places: ReadonlySet<string>): boolean {
  return [...places].some((place) => place === name || place.includes(name) || name.includes(place))
}
