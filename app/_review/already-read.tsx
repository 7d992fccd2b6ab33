import { Eye } from 'lucide-react'
import { notFound } from 'next/navigation'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { findReviewEnd } from '#lib/story/review.server.ts'

/** For who was asked to read a text over, when somebody else has just done so; for others the page is not there. */
export async function AlreadyRead({ actor, storyId }: { actor: Actor; storyId: string }) {
  const end = await findReviewEnd(theDb(), actor, storyId)
  if (!end) notFound()
  return (
    <>
      <PageHeader
        title={end.verdict === 'withdrawn' ? 'Ce texte a été repris' : 'Ce texte est déjà relu'}
        standfirst={
          end.verdict === 'withdrawn'
            ? 'La personne qui l’écrit continue. Vos remarques sont gardées.'
            : `${end.by ?? 'Quelqu’un'} l’a relu. Vos remarques sont gardées. Merci.`
        }
      />
      <ButtonLink href="/relectures" variant="primary" icon={<Eye />}>
        Voir les textes à relire
      </ButtonLink>
    </>
  )
}
