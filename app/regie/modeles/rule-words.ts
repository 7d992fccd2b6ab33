import type { RuleChoice } from '#lib/time/rule-choice.ts'

/** Weekdays in order, Monday first. */
export const dayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const
/** Which one of the month, by its number; −1 is the last. */
export const nthNames: Record<number, string> = {
  1: 'premier',
  2: 'deuxième',
  3: 'troisième',
  4: 'quatrième',
  [-1]: 'dernier',
}
const counts = ['', 'un', 'deux', 'trois', 'quatre']
const dayWords = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })

/** When a template's shows air: "chaque semaine le vendredi", "un vendredi sur deux", "le premier samedi du mois". */
export function ruleWords(choice: RuleChoice): string {
  switch (choice.kind) {
    case 'slot':
      return 'à la case de l’émission'
    case 'kept':
      return `selon une règle particulière : ${choice.rule.replace('\n', ' ')}`
    case 'monthly':
      return `le ${nthNames[choice.nth] ?? ''} ${dayName(choice.day)} du mois`
    case 'weekly':
      return weeklyWords(choice)
  }
}

function weeklyWords({ days, every, since }: Extract<RuleChoice, { kind: 'weekly' }>): string {
  const names = days.toSorted((a, b) => a - b).map(dayName)
  if (every === 1) return `chaque semaine ${listed(names.map((name) => `le ${name}`))}`
  const rhythm =
    names.length === 1
      ? `un ${names[0]} sur ${counts[every]}`
      : `une semaine sur ${counts[every]}, ${listed(names.map((name) => `le ${name}`))}`
  return since ? `${rhythm}, à partir du ${dayWords.format(new Date(`${since}T12:00Z`))}` : rhythm
}

const dayName = (day: number) => dayNames[day - 1] ?? ''

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`
}
