// biome-ignore-all lint/suspicious/noArrayIndexKey: the text is shown whole, and its parts have no names.
import { Download, MessagesSquare, StickyNote } from 'lucide-react'
import { requireActor } from '#app/_door/session.ts'
import { ReadPartLine } from '#app/_story/read-part.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { PrintButton } from '#app/regie/emissions/[id]/imprimer/print-button.tsx'
import { partLabels } from '#lib/story/print-blocks.ts'
import { readingParts } from '#lib/story/reading.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { openToPrint } from './open.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ notes?: string }> }

export const metadata = { title: 'Texte à imprimer' }

/** A story in 18 points: each block with its voice, notes off air only when asked for. */
export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  await requireActor(`/sujets/${id}/imprimer`)
  const withNotes = (await searchParams).notes !== undefined
  const { story, content } = await openToPrint(id)
  const parts = readingParts(content, withNotes)
  const labels = partLabels(parts, true)
  const notes = withNotes ? '?notes' : ''
  return (
    <>
      <PageHeader
        title={story.title}
        back={{ href: `/sujets/${id}`, label: 'Le sujet' }}
        standfirst={[story.author.name, story.readingMs > 0 && formatDuration(story.readingMs)]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <>
            <PrintButton />
            <ButtonLink href={`/api/stories/${id}/texte.pdf${notes}`} icon={<Download />} download>
              Télécharger en PDF
            </ButtonLink>
            <ButtonLink href={`/sujets/${id}/imprimer${withNotes ? '' : '?notes'}`} icon={<StickyNote />}>
              {withNotes ? 'Sans les notes hors antenne' : 'Avec les notes hors antenne'}
            </ButtonLink>
            <ButtonLink href={`/sujets/${id}/imprimer/interview`} icon={<MessagesSquare />}>
              La feuille d’interview
            </ButtonLink>
          </>
        }
      />
      <article className="grid max-w-prose grid-cols-1 gap-4 print:text-[18pt]">
        {parts.length === 0 && <p>Rien n’est encore écrit.</p>}
        {parts.map((part, at) => (
          <ReadPartLine key={at} part={part} label={labels[at] ?? ''} />
        ))}
      </article>
    </>
  )
}
