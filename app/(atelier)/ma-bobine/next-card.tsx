import { Eye, HandHelping, MessageSquareText, Mic, NotebookPen } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Card } from '#app/_ui/card.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { ofName } from '#app/_ui/name-words.ts'
import type { NextThing } from '#lib/story/next-thing.ts'

type Shown = { title: string; words: string; href: string; icon: ReactNode; action: string }

/** The one next thing on a card, with its one action. */
export function NextCard({ next }: { next: NextThing }) {
  if (next.kind === 'first' || next.kind === 'another') return <BeginCard isFirst={next.kind === 'first'} />
  const { title, words, href, icon, action } = shownOf(next)
  return (
    <Card
      title={title}
      actions={
        <ButtonLink href={href} variant="primary" wide icon={icon}>
          {action}
        </ButtonLink>
      }
    >
      {words && <p>{words}</p>}
    </Card>
  )
}

function BeginCard({ isFirst }: { isFirst: boolean }) {
  return (
    <EmptyState
      title={isFirst ? 'Vous n’avez pas encore de sujet' : 'Tout est fait pour le moment'}
      action={
        <ButtonLink href="/sujets/nouveau" variant="primary" icon={<NotebookPen />}>
          Proposer un sujet
        </ButtonLink>
      }
    >
      <p>De quoi a-t-on parlé chez vous cette semaine ?</p>
    </EmptyState>
  )
}

function shownOf(next: Exclude<NextThing, { kind: 'first' | 'another' }>): Shown {
  if (next.kind === 'readOver') {
    const { title, author, isAskedOfMe } = next.text
    const words = isAskedOfMe
      ? `${author} vous demande de relire ce texte.`
      : `${author} cherche quelqu’un pour relire ce texte.`
    return { title: `À relire : ${title}`, words, href: '/relectures', icon: <Eye />, action: 'Relire' }
  }
  const { story } = next
  const href = `/sujets/${story.id}`
  const mine = { title: `Votre sujet : ${story.title}`, href }
  switch (next.kind) {
    case 'answer':
      return {
        ...mine,
        words: `${next.by} a lu votre texte et vous a répondu.`,
        icon: <MessageSquareText />,
        action: 'Voir sa réponse',
      }
    case 'chooseTake':
      return {
        ...mine,
        words: `Vous avez enregistré ${story.takes} prises. Laquelle garde-t-on ?`,
        href: `${href}/enregistrer`,
        icon: <Mic />,
        action: 'Écouter et choisir',
      }
    case 'record':
      return {
        ...mine,
        words: 'Le texte est prêt. Il reste à l’enregistrer.',
        href: `${href}/enregistrer`,
        icon: <Mic />,
        action: 'Enregistrer',
      }
    case 'lendHand':
      return {
        title: `Le sujet ${ofName(story.author)} : ${story.title}`,
        words: `${story.author} écrit avec vous.`,
        href,
        icon: <HandHelping />,
        action: 'Donner un coup de main',
      }
    case 'wait':
      return {
        ...mine,
        words: 'C’est envoyé. Quelqu’un va le relire. Vous pouvez encore changer.',
        icon: <NotebookPen />,
        action: 'Ouvrir',
      }
    default:
      return {
        ...mine,
        words: story.proposedBy ? `${story.proposedBy} l’a ouvert avec vous.` : '',
        icon: <NotebookPen />,
        action: next.kind === 'begin' ? 'Commencer' : 'Continuer',
      }
  }
}
