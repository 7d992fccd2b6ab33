import { FilePlus2, FileText, Mic, Share, Upload } from 'lucide-react'
import { refusalSentences } from '#app/_story/saving.ts'
import { DraftCard } from './draft-card.tsx'
import { OutboxRow } from './outbox-row.tsx'
import { RefusedText } from './refused-text.tsx'
import type { Waiting } from './waiting.ts'

/** Each thing with its sign, its name, where it stands, and what it asks for. */
export function WaitingList({ waiting, isSending }: { waiting: Waiting; isSending: boolean }) {
  const going = isSending ? 'sending' : 'waiting'
  return (
    <ul className="grid grid-cols-1 gap-3">
      {waiting.drafts.map((draft) => (
        <OutboxRow
          key={draft.id}
          icon={<FilePlus2 />}
          name={draft.title || 'Sujet sans titre'}
          what="Nouveau sujet"
          state={draft.trouble ? 'choose' : going}
          words={draft.trouble}
        >
          <DraftCard draft={draft} />
        </OutboxRow>
      ))}
      {waiting.texts.map((text) => (
        <OutboxRow
          key={text.key}
          icon={<FileText />}
          name={text.title || 'Texte d’un sujet'}
          what="Texte"
          state={text.refusal ? 'refused' : going}
          words={text.refusal && (refusalSentences[text.refusal] ?? 'La radio n’a pas pu prendre la suite.')}
          href={`/sujets/${text.storyId}`}
          ask="Ouvrir le sujet"
        >
          {text.refusal && <RefusedText text={text} />}
        </OutboxRow>
      ))}
      {waiting.received.map(({ id, name, place }) => (
        <OutboxRow
          key={id}
          icon={<Share />}
          name={name}
          what={place ? `Son pour « ${place.title} »` : 'Son reçu d’une autre application'}
          state={place ? going : 'choose'}
          href={place ? undefined : '/recu'}
          ask="Choisir où il va"
        />
      ))}
      {waiting.takes.map(({ id, name }) => (
        <OutboxRow key={id} icon={<Mic />} name={plain(name)} what="Prise" state={going} />
      ))}
      {waiting.unchosen.map(({ id, name, storyId }) => (
        <OutboxRow
          key={id}
          icon={<Mic />}
          name={plain(name)}
          what="Prise"
          state="choose"
          href={storyId ? `/sujets/${storyId}` : '/regie/sons'}
          ask="Écouter et choisir"
        />
      ))}
      {waiting.halfSent.map(({ key, name, storyId }) => (
        <OutboxRow
          key={key}
          icon={<Upload />}
          name={name}
          what="Fichier arrêté en route"
          state="choose"
          words="Choisissez le même fichier : il reprendra où il en était."
          href={storyId ? `/sujets/${storyId}` : '/regie/sons'}
          ask="Choisir le fichier"
        />
      ))}
    </ul>
  )
}

const plain = (name: string) => name.replace(/\.\w+$/, '')
