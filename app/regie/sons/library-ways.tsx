import { Search } from 'lucide-react'
import Link from 'next/link'
import { Button } from '#app/_ui/button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import type { Shelf } from '#lib/sound/library.server.ts'
import { type Asked, libraryAddress, partsOf, shelves } from './shelves.ts'

/** The ways into the library: its shelves, the parts of the open one, and the search. */
export function LibraryWays({ asked, shelf }: { asked: Asked; shelf: Shelf }) {
  const parts = partsOf(shelf)
  const { voir, genre, q } = asked
  return (
    <>
      <Ways
        label="Rayons"
        ways={shelves.map(({ address, label }) => ({
          label,
          href: libraryAddress({ voir: address, q }),
          isOpen: address === voir,
        }))}
      />
      {parts.length > 0 && (
        <Ways
          label="Dans ce rayon"
          ways={parts.map((part) => ({
            label: part.label,
            href: libraryAddress({ voir, genre: part.genre, q }),
            isOpen: part.genre === genre,
          }))}
        />
      )}
      <form className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="voir" value={voir} />
        {genre && <input type="hidden" name="genre" value={genre} />}
        <TextField
          label="Chercher dans ce rayon"
          hint="Un titre, un nom, un label, un ISRC, un sujet. Les accents ne comptent pas."
          name="q"
          type="search"
          defaultValue={q}
          key={q}
        />
        <Button type="submit" icon={<Search />}>
          Chercher
        </Button>
      </form>
    </>
  )
}

type Way = { label: string; href: string; isOpen: boolean }

function Ways({ label, ways }: { label: string; ways: readonly Way[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2">
      {ways.map(({ label, href, isOpen }) => (
        <Link
          key={href}
          href={href}
          aria-current={isOpen ? 'page' : undefined}
          className="inline-flex min-h-12 items-center rounded-card border-2 border-border bg-surface px-4 py-2 font-bold text-ink no-underline hover:bg-sand aria-[current=page]:border-brick aria-[current=page]:bg-brick-soft"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
