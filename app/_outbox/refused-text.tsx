'use client'
import { Copy, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { copyWords } from '#app/_ui/copy-words.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { forgetText, type KnownText, noteText } from './waiting-shelf.ts'

/** Words that the radio does not take any more: they can be carried elsewhere, then forgotten here. */
export function RefusedText({ text }: { text: KnownText }) {
  const [words, setWords] = useState<string | null>(null)
  const copy = async () => {
    const { readDeviceText } = await import('./device-text.ts')
    const written = await readDeviceText(text)
    const isCopied = await copyWords(written)
    setWords(isCopied ? 'Le texte est copié. Collez-le où vous voulez.' : written)
  }
  const forget = async () => {
    await forgetText(text.key)
    showToast({
      text: 'Ce texte n’attend plus.',
      undo: () => void noteText(text, { title: text.title, unsent: true, refusal: text.refusal }),
    })
  }
  return (
    <>
      <FormMessage tone="info">{words}</FormMessage>
      <div className="flex flex-wrap gap-2">
        <Button icon={<Copy />} onClick={copy}>
          Copier le texte
        </Button>
        <Button variant="quiet" icon={<Trash2 />} onClick={forget}>
          Ne plus l’envoyer
        </Button>
      </div>
    </>
  )
}
