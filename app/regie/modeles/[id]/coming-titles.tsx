import { CalendarClock, CalendarX } from 'lucide-react'
import { airWords } from '#app/regie/emissions/air-words.ts'
import type { ComingTitle } from '#lib/rundown/template-edit.server.ts'

/** What the next shows will be called, as the form stands. */
export function ComingTitles({ coming }: { coming: readonly ComingTitle[] }) {
  return (
    <div className="grid gap-2 rounded-card bg-sand p-4" aria-live="polite">
      <p className="font-bold">Les prochains numéros</p>
      {coming.length === 0 && <p>Aucun jour à venir avec ces choix.</p>}
      <ul className="grid gap-2">
        {coming.map((one) => (
          <li key={one.airDate} className="flex items-start gap-2">
            <span className="mt-1">{one.isSkipped ? <CalendarX /> : <CalendarClock />}</span>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <span className="block font-bold">{one.title || 'Sans titre'}</span>
              <span className="block text-small text-ink-2 first-letter:uppercase">
                {airWords(one)}
                {one.isSkipped && ' (semaine sautée)'}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
