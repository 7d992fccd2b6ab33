'use client'
import { Send } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, type SubmitEvent, useRef, useState } from 'react'
import { isRadioThere } from '#app/_device/radio-there.ts'
import { Button } from '#app/_ui/button.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { DraftFields } from './draft-fields.tsx'
import { beginDraft } from './first-draft.ts'
import { useOnline } from './use-online.ts'
import { type FirstDraft, readDrafts } from './waiting-shelf.ts'

/**
 * Around the form of a new story: without network its title and first words stay on the device, and one goes on
 * writing there. The story is created when the network is back, once. Reads the fields `title` (`titre`), `words`, and
 * `storyId` (`sujet`), to which what was said until now belongs.
 */
export function FirstDraftDesk({ memberId, children }: { memberId: string; children: ReactNode }) {
  const [draft, setDraft] = useState<FirstDraft | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isPassing = useRef(false)
  const guard = async (event: SubmitEvent<HTMLElement>) => {
    const form = event.target
    const { submitter } = event.nativeEvent
    if (!(form instanceof HTMLFormElement) || isPassing.current) return
    event.preventDefault()
    event.stopPropagation()
    const given = new FormData(form)
    if (await isRadioThere()) {
      isPassing.current = true
      form.requestSubmit(submitter)
      isPassing.current = false
      return
    }
    const field = (name: string) => String(given.get(name) ?? '')
    const begun = { memberId, title: field('title') || field('titre'), words: field('words') }
    await beginDraft(begun, field('storyId') || field('sujet')).then(setDraft, () =>
      setTrouble('Pas de réseau, et cet appareil n’a plus de place. Laissez cette page ouverte.'),
    )
  }
  if (draft) return <KeptDraft draft={draft} memberId={memberId} />
  return (
    <div onSubmitCapture={guard} className="grid grid-cols-1 gap-4">
      {children}
      <FormMessage tone="error">{trouble}</FormMessage>
    </div>
  )
}

function KeptDraft({ draft, memberId }: { draft: FirstDraft; memberId: string }) {
  const isOnline = useOnline()
  const router = useRouter()
  const [isLeaving, setLeaving] = useState(false)
  const create = async () => {
    setLeaving(true)
    try {
      const { sendDraftNow } = await import('./send-all.ts')
      await sendDraftNow(memberId, draft.id)
    } catch {
      return setLeaving(false)
    }
    const isCreated = !(await readDrafts(memberId)).some(({ id }) => id === draft.id)
    if (isCreated) router.push(`/sujets/${draft.id}`)
    else setLeaving(false)
  }
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-4">
      <FormMessage tone={isOnline ? 'info' : 'warn'}>
        {isOnline
          ? 'Le réseau est là. Votre sujet est gardé sur cet appareil et peut partir.'
          : 'Pas de réseau. Votre sujet est gardé sur cet appareil. On le crée dès que ça revient : continuez d’écrire.'}
      </FormMessage>
      <DraftFields draft={draft} />
      {isOnline ? (
        <Button variant="primary" wide icon={<Send />} pending={isLeaving} onClick={create}>
          Envoyer à la radio
        </Button>
      ) : (
        <p>
          <ButtonLink href="/envois">Voir ce qui attend d’être envoyé</ButtonLink>
        </p>
      )}
    </div>
  )
}
