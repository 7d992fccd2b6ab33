import type { ReactNode } from 'react'
import { Clock } from '#app/_ui/clock.tsx'
import { GlossaryTerm } from '#app/_ui/glossary-term.tsx'
import type { Master } from '#lib/master/master.server.ts'
import { figure } from './master-words.ts'

/** The figures of a finished file, each word of the trade explained where it stands. */
export function MasterFigures({ master, weight }: { master: Master; weight: string }) {
  return (
    <dl className="tabular grid grid-cols-[auto_auto] items-baseline justify-start gap-x-6 gap-y-1">
      <Figure name="Durée">
        <Clock durationMs={master.durationMs ?? 0} />
      </Figure>
      <Figure
        name="Niveau"
        meaning="Le volume que l’oreille entend en moyenne, en LUFS. La radio vise −23, les applications de podcast −16 : plus le nombre est près de zéro, plus c’est fort."
      >
        {figure(master.integratedLufs, 'LUFS')}
      </Figure>
      <Figure
        name="Écart"
        meaning="La distance entre les passages doux et les passages forts, en LU. En dessous de 10, on suit sans toucher au volume."
      >
        {figure(master.lraLu, 'LU')}
      </Figure>
      <Figure
        name="Crête"
        meaning="Le point le plus haut du son, en dBTP. Au-dessus de −1, certains appareils saturent."
      >
        {figure(master.truePeakDbtp, 'dBTP')}
      </Figure>
      <Figure name="Poids">{weight}</Figure>
    </dl>
  )
}

function Figure({ name, meaning, children }: { name: string; meaning?: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{meaning ? <GlossaryTerm meaning={meaning}>{name}</GlossaryTerm> : name}</dt>
      <dd>{children}</dd>
    </>
  )
}
