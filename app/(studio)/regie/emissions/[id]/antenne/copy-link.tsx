'use client'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { copyWords } from '#app/_ui/copy-words.ts'

/** The new address, shown this once. Without a clipboard it can be selected by hand. */
export function CopyLink({ address }: { address: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => setCopied(await copyWords(address))
  return (
    <div className="grid justify-items-start gap-2">
      <p className="font-bold">Voici le lien. Il n’est montré que cette fois : copiez-le maintenant.</p>
      <code
        data-testid="adresse"
        className="block max-w-full select-all break-all rounded-card border-2 border-border bg-surface px-4 py-3"
      >
        {address}
      </code>
      <Button icon={isCopied ? <Check /> : <Copy />} onClick={copy}>
        Copier
      </Button>
      <p role="status" className="empty:hidden">
        {isCopied && 'C’est copié.'}
      </p>
    </div>
  )
}
