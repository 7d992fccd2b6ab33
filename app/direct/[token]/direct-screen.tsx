'use client'
import '#app/_rundown/air.css'
import { Unlink, WifiOff } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { NowPanel } from '#app/_rundown/now-panel.tsx'
import { RehearsalNote } from '#app/_rundown/rehearsal-note.tsx'
import { RunningList } from '#app/_rundown/running-list.tsx'
import type { DirectShow } from '#lib/rundown/direct.server.ts'
import { DirectAir } from './direct-air.ts'

/** The running show, to look at: now, next, what remains, and the whole list. */
export function DirectScreen({ address, start }: { address: string; start: DirectShow }) {
  const [air] = useState(() => new DirectAir(address, start))
  useEffect(() => air.open(), [air])
  const view = useSyncExternalStore(air.watch, air.read, air.read)
  const { origin, zone, link, isRehearsal } = view
  if (link === 'cut')
    return (
      <p role="status" className="flex items-center gap-3 py-6 text-lead">
        <Unlink /> Ce lien ne marche plus. Demandez-en un autre à l’équipe de l’émission.
      </p>
    )
  return (
    <div className="grid items-start gap-6 pb-8 min-[60rem]:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="grid gap-3">
        <div role="status">
          {link === 'away' && (
            <p className="flex items-center gap-3">
              <WifiOff /> Pas de réseau. Les temps continuent, la suite arrive dès qu’il revient.
            </p>
          )}
        </div>
        {isRehearsal && <RehearsalNote />}
        <NowPanel view={view} zone={zone} />
      </div>
      <section className="grid gap-3">
        <h2 className="text-lead">Toutes les lignes</h2>
        <RunningList rows={view.rows} zone={zone} origin={origin} />
      </section>
    </div>
  )
}
