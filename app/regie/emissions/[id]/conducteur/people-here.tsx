import { UserRound, UsersRound } from 'lucide-react'

/** Somebody else who has this rundown open; `place` is their line's, from 0, null while they are on none. */
export type Person = { name: string; place: number | null }

/** Who else is here, and on which line. */
export function PeopleHere({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2 text-ink-2 print:hidden">
      <UsersRound />
      <ul aria-label="Aussi dans ce conducteur" className="flex flex-wrap gap-2">
        {people.map(({ name, place }) => (
          <li
            key={name}
            className="inline-flex items-center gap-1 rounded-tag border-2 border-dashed border-sky bg-sky-soft px-2 font-bold text-sky [&_svg]:size-5"
          >
            <UserRound />
            {name}
            {place !== null && <span className="font-normal">ligne {place + 1}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
