'use client'
import { Check, Copy } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { copyWords } from '#app/_ui/copy-words.ts'

type Props = { title: string; hint: string; text: string }

/** A text to take along. Without script or clipboard it can be selected by hand. */
export function CopyText({ title, hint, text }: Props) {
  const id = useId()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => setCopied(await copyWords(text))
  return (
    <article aria-labelledby={id} className="grid grid-cols-1 gap-3">
      <h3 id={id}>{title}</h3>
      <p className="text-ink-2">{hint}</p>
      <p className="max-w-full select-all whitespace-pre-line rounded-card border-2 border-border bg-surface px-4 py-3 [overflow-wrap:anywhere]">
        {text}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          onClick={copy}
          icon={isCopied ? <Check /> : <Copy />}
          aria-label={`Copier : ${title.toLowerCase()}`}
        >
          Copier
        </Button>
        <p role="status" className="text-ink-2 empty:hidden">
          {isCopied && 'C’est copié.'}
        </p>
      </div>
    </article>
  )
}
