/** « Denise l’a lu : c’est prêt. » Nobody by name: who read it has left. */
export function verdictWords({ by, verdict }: { by: string | null; verdict: string | null }): string {
  const who = by ?? 'Quelqu’un'
  return verdict === 'ready'
    ? `${who} l’a lu : c’est prêt.`
    : `${who} l’a lu et vous propose de regarder quelque chose.`
}

/** « Denise propose 2 changements et fait une remarque. » */
export function remarkWords({
  by,
  suggestions,
  comments,
}: {
  by: string
  suggestions: number
  comments: number
}): string {
  const proposes =
    suggestions === 0
      ? null
      : suggestions === 1
        ? 'propose un changement'
        : `propose ${suggestions} changements`
  const remarks = comments === 0 ? null : comments === 1 ? 'fait une remarque' : `fait ${comments} remarques`
  return `${by} ${[proposes, remarks].filter(Boolean).join(' et ')}.`
}

/** Whom a story waits for: « Denise va le lire. » */
export function waitingWords(reader: string | null): string {
  return reader === null ? 'Toute l’équipe peut le relire.' : `C’est ${reader} qui le relit.`
}
