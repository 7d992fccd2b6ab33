import type { Editor } from '@tiptap/core'
import { UsersRound } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import type { PasteNews } from './guard-paste.ts'
import { nameChat } from './paste-chat.ts'

type Props = { editor: Editor; news: PasteNews | null; onDone: () => void }

/** What became of a paste, until one writes on. The names of a conversation come if one wishes. */
export function PasteNote({ editor, news, onDone }: Props) {
  const name = () => {
    nameChat(editor, news?.messages ?? [])
    onDone()
    editor.commands.focus()
  }
  return (
    <FormMessage tone={news?.isTrouble ? 'warn' : 'info'}>
      {news && (
        <>
          <p>{news.words}</p>
          {news.messages.length > 0 && (
            <div className="mt-2">
              <Button icon={<UsersRound />} onClick={name}>
                Mettre les prénoms
              </Button>
            </div>
          )}
        </>
      )}
    </FormMessage>
  )
}
