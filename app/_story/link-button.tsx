'use client'
import type { Editor } from '@tiptap/core'
import { Link2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { safeHref } from '#lib/story/clean-text.ts'
import { ToolButton } from './tool-button.tsx'

/** Ties words to a page, a mailbox or a telephone. */
export function LinkButton({ editor, active }: { editor: Editor; active: boolean }) {
  const [open, setOpen] = useState(false)
  const [error, setError] = useState<string>()
  const close = () => {
    setOpen(false)
    setError(undefined)
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
    <>
      <ToolButton icon={<Link2 />} pressed={active} onPress={() => setOpen(true)}>
        Lien
      </ToolButton>
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
            {active && <Button onClick={untie}>Enlever le lien</Button>}
          </div>
        </form>
      </Dialog>
    </>
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
