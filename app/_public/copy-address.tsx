'use client'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { copyWords } from '#app/_ui/copy-words.ts'

/** An address to copy. Without script or clipboard it can be selected by hand. */
export function CopyAddress({
  address,
  copiedWords = 'C’est copié. Collez-la dans votre application de podcasts.',
}: {
  address: string
  copiedWords?: string
}) {
  const [copied, setCopied] = useState(false)
  const copy = async () => setCopied(await copyWords(address))
  return (
    <div className="grid grid-cols-1 justify-items-start gap-3">
      <code className="block max-w-full select-all break-all rounded-card border-2 border-border bg-surface px-4 py-3">
        {address}
      </code>
      <Button onClick={copy} icon={copied ? <Check /> : <Copy />}>
        Copier
      </Button>
      <p role="status" className="text-ink-2 empty:hidden">
        {copied && copiedWords}
      </p>
    </div>
  )
}
