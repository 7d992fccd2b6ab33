const dayWords = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})

/** "vendredi 27 novembre à 18 h 30", from a local date and time. */
export function airWords({ airDate, airTime }: { airDate: string; airTime: string }): string {
  const [hour = '', minute = ''] = airTime.split(':')
  const clock = minute === '00' ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`
  return `${dayWords.format(new Date(`${airDate}T12:00:00Z`))} à ${clock}`
}

/** How an episode is called while it has no title yet. */
export function episodeName({ title, number }: { title: string; number: number }): string {
  return title || `Numéro ${number}`
}
