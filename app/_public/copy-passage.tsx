'use client'
import { Check, Link2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { copyWords } from '#app/_ui/copy-words.ts'
import { passageAddress } from './passage.ts'

type Props = {
  /** Of the episode's page. */
  path: string
  /** Where the passage begins, in seconds, at the moment of the press. */
  at: () => number
}

/** Copies the address of a moment of the episode. Where there is no clipboard, the address is shown to be taken. */
export function CopyPassage({ path, at }: Props) {
  const [said, setSaid] = useState<{ isCopied: boolean; address: string } | null>(null)
  const copy = async () => {
    const address = passageAddress(location.origin + path, at())
    setSaid({ address, isCopied: await copyWords(address) })
  }
  return (
    <div className="grid grid-cols-1 justify-items-start gap-2">
      <Button icon={said?.isCopied ? <Check /> : <Link2 />} onClick={() => void copy()}>
        Copier le lien de ce passage
      </Button>
      <p role="status" className="max-w-full text-small empty:hidden">
        {said?.isCopied && 'Le lien est copié. Collez-le dans un message : il s’ouvre à cet endroit.'}
        {said && !said.isCopied && (
          <>
            Voici le lien : <span className="select-all break-all">{said.address}</span>
          </>
        )}
      </p>
    </div>
  )
}
