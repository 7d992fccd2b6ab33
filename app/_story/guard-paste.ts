import type { EditorProps, EditorView } from '@tiptap/pm/view'
import { cleanText } from '#lib/story/clean-text.ts'
import { storyLimits } from '#lib/story/document.ts'
import { type ChatMessage, chatOf } from '#lib/story/paste-chat.ts'
import { cleanPaste } from '#lib/story/paste-html.ts'
import { pasteChat } from './paste-chat.ts'
import { chatWords, leftOutWords } from './paste-words.ts'
import { asOneStep } from './undo-step.ts'

/** The most that is pasted at once, and that a text may grow to by pasting: characters, some four hours read aloud. */
const MAX_CHARACTERS = 200_000
/** What a word processor brings with its words: more than this freezes a phone. */
const MAX_HTML_CHARACTERS = 4_000_000

/** What there is to say of a paste: why nothing came, what was left out, or who wrote the messages that came. */
export type PasteNews = { isTrouble: boolean; words: string; messages: readonly ChatMessage[] }
type Say = (news: PasteNews | null) => void

const tooLong =
  'C’est trop long pour un sujet : rien n’a été collé. Votre texte est toujours là. Collez un passage plus court.'
const trouble = (words: string): PasteNews => ({ isTrouble: true, words, messages: [] })

/**
 * Takes in what is pasted: messages without their hours, pages as texts of ours, each as one step. Keeps what is too
 * much, and files, out. `say` tells what there is to tell, null when there is nothing.
 */
export function guardPaste(say: Say): EditorProps {
  return {
    handleDOMEvents: {
      paste: (view, event) => {
        event.preventDefault()
        say(pasteFrom(view, event))
        return true
      },
      drop: (view, event) => {
        const refusal = refusalOf(view, event.dataTransfer)
        if (refusal) event.preventDefault()
        say(refusal)
        return refusal !== null
      },
      // What was said of a paste has been read once one goes on.
      beforeinput: () => {
        say(null)
        return false
      },
      // Tab always goes on to the next thing, in lists too: nobody is held inside the text.
      keydown: (_view, event) => event.key === 'Tab',
    },
    transformPastedText: cleanText,
    transformPastedHTML: (html) => (isOurs(html) ? cleanText(html) : cleanPaste(html).html),
  }
}

/** What was copied from a text of ours keeps its blocks. */
const isOurs = (html: string) => html.includes('data-pm-slice')

function pasteFrom(view: EditorView, event: ClipboardEvent): PasteNews | null {
  const refusal = refusalOf(view, event.clipboardData)
  if (refusal) return refusal
  const html = event.clipboardData?.getData('text/html') ?? ''
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const chat = isOurs(html) ? null : chatOf(text)
  if (chat) {
    pasteChat(view, chat.messages)
    return { isTrouble: false, words: chatWords(chat.messages.length, chat.notes), messages: chat.messages }
  }
  if (html === '' || isOurs(html)) {
    asOneStep(view.state, () => (html ? view.pasteHTML(html, event) : view.pasteText(text, event)))
    return null
  }
  return pastePage(view, html, event)
}

function pastePage(view: EditorView, html: string, event: ClipboardEvent): PasteNews | null {
  const { leftOut, blocks, html: clean } = cleanPaste(html)
  // Each block has its words inside: two nodes, and as many again for what is bold or tied.
  if (blocks * 4 > storyLimits.nodes) return trouble(tooLong)
  asOneStep(view.state, () => view.pasteHTML(clean, event))
  const words = leftOutWords(leftOut)
  return words === null ? null : { isTrouble: false, words, messages: [] }
}

function refusalOf(view: EditorView, brought: DataTransfer | null): PasteNews | null {
  const words = troubleWith({
    text: brought?.getData('text/plain').length ?? 0,
    html: brought?.getData('text/html').length ?? 0,
    files: brought?.files.length ?? 0,
    size: view.state.doc.content.size,
  })
  return words === null ? null : trouble(words)
}

/** Why something is not taken into a text of `size`; null when it is. All in characters. */
export function troubleWith(brought: {
  text: number
  html: number
  files: number
  size: number
}): string | null {
  const { text, html, files, size } = brought
  if (text + size > MAX_CHARACTERS || html > MAX_HTML_CHARACTERS) return tooLong
  if (files > 0 && text === 0 && html === 0) {
    return 'Un texte ne peut contenir ni image ni fichier. Votre texte est toujours là.'
  }
  return null
}
