import { Search } from 'lucide-react'
import Link from 'next/link'
import { z } from 'zod'
import { requireRight } from '#app/_door/session.ts'
import { AddSounds } from '#app/_sound/add-sounds.tsx'
import { SoundList } from '#app/_sound/sound-list.tsx'
import { Button } from '#app/_ui/button.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { theDb } from '#lib/db/db.server.ts'
import type { Shelf } from '#lib/sound/library.server.ts'
import { listLibrary } from '#lib/sound/sound.server.ts'
import { SoundFacts, SoundSheet } from './sound-facts.tsx'

export const metadata = { title: 'Sons' }

const shelves: { shelf: Shelf; address: string; label: string; empty: string }[] = [
  { shelf: 'all', address: 'tout', label: 'Tous', empty: 'Le premier son peut être petit.' },
  {
    shelf: 'imaging',
    address: 'habillage',
    label: 'Habillage',
    empty: 'Générique, virgule, tapis : déposez-les, puis dites « habillage » sur leur fiche.',
  },
  {
    shelf: 'music',
    address: 'musiques',
    label: 'Musiques',
    empty: 'Déposez une musique, puis dites « musique » sur sa fiche.',
  },
  { shelf: 'bin', address: 'corbeille', label: 'Corbeille', empty: 'La corbeille est vide.' },
]
const asked = z.object({ voir: z.string().catch('tout'), q: z.string().max(200).catch('') })
const shownAtOnce = 30

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The sound library: the show's own sounds, the music with its rights, everything that was brought. */
export default async function Page({ searchParams }: Props) {
  const actor = await requireRight('studio.enter', '/regie/sons')
  const { voir, q } = asked.parse(await searchParams)
  const open = shelves.find(({ address }) => address === voir) ?? shelves[0]
  const shelf = open?.shelf ?? 'all'
  const found = await listLibrary(theDb(), actor, { shelf, search: q, limit: shownAtOnce + 1 })
  const sounds = found.slice(0, shownAtOnce)
  return (
    <>
      <PageHeader
        title="Sons"
        standfirst="Tout ce qui s’entend : l’habillage, les musiques, les sons des sujets."
      />
      <div className="grid gap-6">
        <AddSounds memberId={actor.memberId} storyId={null} shown={sounds.map(({ id }) => id)} />
        <nav aria-label="Rayons" className="flex flex-wrap gap-2">
          {shelves.map(({ address, label }) => (
            <Link
              key={address}
              href={`/regie/sons?voir=${address}`}
              aria-current={address === open?.address ? 'page' : undefined}
              className="inline-flex min-h-12 items-center rounded-card border-2 border-border bg-surface px-4 py-2 font-bold text-ink no-underline hover:bg-sand aria-[current=page]:border-brick aria-[current=page]:bg-brick-soft"
            >
              {label}
            </Link>
          ))}
        </nav>
        <form className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="voir" value={open?.address} />
          <TextField
            label="Chercher un titre, un interprète, un sujet"
            name="q"
            type="search"
            defaultValue={q}
          />
          <Button type="submit" icon={<Search />}>
            Chercher
          </Button>
        </form>
        {sounds.length === 0 && (
          <EmptyState title={q ? `Rien ne ressemble à « ${q} »` : 'Rien ici pour l’instant'}>
            <p>{q ? 'Essayez un autre mot, ou un autre rayon.' : open?.empty}</p>
          </EmptyState>
        )}
        <SoundList
          sounds={sounds}
          actor={actor}
          level={2}
          more={(sound) => <SoundFacts sound={sound} />}
          aside={(sound) => sound.deletedAt === null && <SoundSheet sound={sound} />}
        />
        {found.length > shownAtOnce && (
          <p className="text-ink-2">
            Les {shownAtOnce} plus récents. Cherchez un mot pour retrouver les autres.
          </p>
        )}
      </div>
    </>
  )
}
