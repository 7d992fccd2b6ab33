import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { safeHref } from '#lib/story/clean-text.ts'

type Props = { editor: Editor; open: boolean; onClose: () => void }

/** Ties words to a page, a mailbox or a telephone. */
export default function LinkDialog({ editor, open, onClose }: Props) {
  const [error, setError] = useState<string>()
  const close = () => {
    setError(undefined)
    onClose()
  }
  const tie = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const href = hrefOf(String(new FormData(event.currentTarget).get('href')))
    if (href === null) return setError('Écrivez une adresse, comme https://exemple.fr')
    close()
    tieWords(editor, href)
  }
  const untie = () => {
    close()
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
  }
  return (
    <Dialog title="Lien" open={open} onClose={close}>
      <form onSubmit={tie} className="grid gap-4" noValidate key={String(open)}>
        <TextField
          label="Adresse"
          name="href"
          inputMode="url"
          error={error}
          defaultValue={String(editor.getAttributes('link').href ?? '')}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary">
            Mettre le lien
          </Button>
          {editor.isActive('link') && <Button onClick={untie}>Enlever le lien</Button>}
        </div>
      </form>
    </Dialog>
  )
}

/** People type "exemple.fr" and "jeanne@exemple.fr". */
function hrefOf(typed: string): string | null {
  const address = typed.trim()
  if (safeHref(address)) return address
  if (/^[^\s@:/]+@[^\s@]+\.[^\s@]+$/.test(address)) return safeHref(`mailto:${address}`)
  return /^[^\s:/@]+\.[^\s:@]{2,}$/.test(address) ? safeHref(`https://${address}`) : null
}

function tieWords(editor: Editor, href: string) {
  const chain = editor.chain().focus()
  if (editor.state.selection.empty && !editor.isActive('link')) {
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
  } else chain.extendMarkRange('link').setLink({ href }).run()
}
