import type { EditorProps } from '@tiptap/pm/view'
import { cleanText } from '#lib/story/clean-text.ts'

/** The most that is pasted at once, and that a text may grow to by pasting: characters, some four hours read aloud. */
const MAX_CHARACTERS = 200_000
/** What a word processor brings with its words: more than this freezes a phone. */
const MAX_HTML_CHARACTERS = 4_000_000

/** Keeps what is too much, and files, out of the text; `say` shows why, null when all is well again. */
export function guardPaste(say: (trouble: string | null) => void): EditorProps {
  const refuses = (brought: DataTransfer | null, size: number): boolean => {
    const text = brought?.getData('text/plain').length ?? 0
    const html = brought?.getData('text/html').length ?? 0
    const trouble = troubleWith({ text, html, size, files: brought?.files.length ?? 0 })
    say(trouble)
    return trouble !== null
  }
  return {
    handlePaste: (view, event) => refuses(event.clipboardData, view.state.doc.content.size),
    handleDrop: (view, event) => refuses(event.dataTransfer, view.state.doc.content.size),
    transformPastedText: cleanText,
    transformPastedHTML: (html) => ourHeadings(cleanText(html)),
    // Tab always goes on to the next thing, in lists too: nobody is held inside the text.
    handleDOMEvents: { keydown: (_view, event) => event.key === 'Tab' },
  }
}

/** Why something is not taken into a text of `size`; null when it is. All in characters. */
export function troubleWith(brought: {
  text: number
  html: number
  files: number
  size: number
}): string | null {
  const { text, html, files, size } = brought
  if (text + size > MAX_CHARACTERS || html > MAX_HTML_CHARACTERS) {
    return 'C’est trop long pour un sujet : rien n’a été collé. Votre texte est toujours là. Collez un passage plus court.'
  }
  if (files > 0 && text === 0 && html === 0) {
    return 'Un texte ne peut contenir ni image ni fichier. Votre texte est toujours là.'
  }
  return null
}

/** A text has two sorts of headings; other pages have six. */
function ourHeadings(html: string): string {
  return html.replace(/<(\/?)h1\b/gi, '<$1h2').replace(/<(\/?)h[456]\b/gi, '<$1h3')
}
