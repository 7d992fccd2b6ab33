import { describe, expect, test } from 'vitest'
import { correctLine, typographyEdits } from '#lib/story/typography.ts'

const corrected = (line: string) => correctLine(line, typographyEdits(line))
/** No-break spaces are written ~ here, so that one sees them. */
const shown = (line: string) => line.replaceAll('\u00a0', '~').replaceAll('\u202f', '^')
const typed = (line: string) => line.replaceAll('~', '\u00a0').replaceAll('^', '\u202f')

describe('what is corrected', () => {
  test.each([
    // Signs and their spaces.
    ['Ça va?', 'Ça va~?'],
    ['Ça va ?', 'Ça va~?'],
    ['Ça va  ?', 'Ça va~?'],
    ['Ça va ~?', 'Ça va~?'],
    ['Venez!', 'Venez~!'],
    ['Venez !!', 'Venez~!!'],
    ['Quoi ?!', 'Quoi~?!'],
    ['Alors ? Oui !', 'Alors~? Oui~!'],
    ['Le menu : soupe', 'Le menu~: soupe'],
    ['Le menu: soupe', 'Le menu~: soupe'],
    ['Il pleut ; on sort', 'Il pleut~; on sort'],
    ['Il pleut; on sort', 'Il pleut~; on sort'],
    ['Fatiha :', 'Fatiha~:'],
    ['(vraiment ?)', '(vraiment~?)'],
    ['(Ors) ?', '(Ors)~?'],
    ['50 %', '50~%'],
    ['50%', '50~%'],
    ['12 €', '12~€'],
    ['12€', '12~€'],
    ['à 12€, pas plus', 'à 12~€, pas plus'],
    ['oui , non', 'oui, non'],
    ['C’est fini .', 'C’est fini.'],
    ['deux  espaces', 'deux espaces'],
    // Quotes.
    ['"Bonjour"', '«~Bonjour~»'],
    ['Il dit "bonjour" et "merci".', 'Il dit «~bonjour~» et «~merci~».'],
    ['Il dit " bonjour ".', 'Il dit «~bonjour~».'],
    ['“Bonjour”', '«~Bonjour~»'],
    ['«Bonjour»', '«~Bonjour~»'],
    ['« Bonjour »', '«~Bonjour~»'],
    ['<<Bonjour>>', '«~Bonjour~»'],
    ['"Ça va ?"', '«~Ça va~?~»'],
    ['"Ça va?"', '«~Ça va~?~»'],
    // Apostrophes.
    ["l'école", 'l’école'],
    ["aujourd'hui", 'aujourd’hui'],
    ["L'eau, c'est l'affaire d'Ors", 'L’eau, c’est l’affaire d’Ors'],
    ['l´école', 'l’école'],
    ['l`école', 'l’école'],
    ["plus d'1 000", 'plus d’1 000'],
    ["l'«Ors»", 'l’«~Ors~»'],
    // Points that go on.
    ['Et voilà...', 'Et voilà…'],
    ['Et voilà.....', 'Et voilà…'],
    ['pain, lait, etc...', 'pain, lait, etc.'],
    ['pain, lait, etc…', 'pain, lait, etc.'],
    ['Ah... bon ?', 'Ah… bon~?'],
    // Ranks.
    ['le 1ier mai', 'le 1er mai'],
    ['la 1ère fois', 'la 1re fois'],
    ['les 1ères fois', 'les 1res fois'],
    ['la 1iere fois', 'la 1re fois'],
    ['le 2ème', 'le 2e'],
    ['le 2eme', 'le 2e'],
    ['les 3ièmes', 'les 3es'],
    ['le XXème siècle', 'le XXe siècle'],
    // Hours.
    ['19h30', '19~h~30'],
    ['à 9H05.', 'à 9~h~05.'],
    ['19 h30', '19~h~30'],
    ['19h 30', '19~h~30'],
    ['à 19h', 'à 19~h'],
    ['à 19h pile', 'à 19~h pile'],
    ['24h/24', '24~h/24'],
    ['de 8h à 12h', 'de 8~h à 12~h'],
    ['48h', '48~h'],
    // Together.
    ["Rendez-vous à 19h30, c'est 5€ !", 'Rendez-vous à 19~h~30, c’est 5~€~!'],
  ])('%s → %s', (line, right) => expect(shown(corrected(typed(line)))).toBe(right))
})

describe('what is left alone', () => {
  test.each([
    ['Ça va~?'],
    ['Ça va^?'],
    ['Le menu~: soupe'],
    ['«~Bonjour~»'],
    ['«^Bonjour^»'],
    ['«~Il a dit “non”~»'],
    ['https://exemple.fr/a?b=1;c:2!'],
    ['Voir www.exemple.fr/page?x=1 ici'],
    ["jean.d'arc@exemple.fr"],
    ['labobine@exemple.fr'],
    ['exemple.fr/19h30'],
    ['mailto:radio@exemple.fr?subject=a'],
    ['19~h~30'],
    ['19 h 30'],
    ['19^h^30'],
    ['12:30'],
    ['3:2 à la mi-temps'],
    ['1 234'],
    ['1~234,50'],
    ['3.14'],
    ['06 12 34 56 78'],
    ['2026-11-26'],
    ['10€50'],
    ['le 1er mai'],
    ['la 1re fois'],
    ['le 2e et le XXe'],
    ['H1N1 et B2h'],
    ['5\'30"'],
    ['un seul " guillemet'],
    ["les 'simples' restent"],
    ['Déjà…'],
    ['et ainsi de suite, etc.'],
    ['deux points..'],
    [':-) ;)'],
    ['?'],
    ['(?)'],
    ['?!'],
    ['sou~; on'],
    ['مرحبا'],
    [''],
  ])('%s', (line) => expect(typographyEdits(typed(line))).toEqual([]))
})

test('what is right stays right: correcting twice changes nothing more', () => {
  const line = 'Il dit: "c\'est à 19h30..." , etc... Vraiment ? <<Oui>> ! La 2ème, 50% , 3  fois'
  expect(typographyEdits(corrected(line))).toEqual([])
})

test('corrections come in order and never lie over one another', () => {
  const edits = typographyEdits('"L\'eau"  : 12€ , 19h30... ?')
  for (const [at, edit] of edits.entries()) expect(edit.from).toBeGreaterThanOrEqual(edits[at - 1]?.to ?? 0)
  expect(edits.map(({ kind }) => kind)).toContain('quotes')
})

test('a megabyte of one line is read at once', () => {
  expect(typographyEdits('a '.repeat(250_000)).length).toBe(0)
  expect(typographyEdits(' '.repeat(250_000)).length).toBeGreaterThanOrEqual(0)
  expect(typographyEdits('\'?"'.repeat(50_000)).length).toBeGreaterThanOrEqual(0)
})
