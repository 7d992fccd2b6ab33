import { Node } from '@tiptap/core'
import { cueOf } from '#lib/story/clean.ts'
import { cueLine, emptyCue, type SoundCue } from '#lib/story/sound-cue.ts'
import { blockWords } from './block-words.ts'

/** A sound that plays here: a line of its own that is chosen as a whole. */
export const SoundCueNode = Node.create({
  name: 'soundCue',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes: () =>
    Object.fromEntries(
      Object.entries(emptyCue).map(([name, value]) => [name, { default: value, rendered: false }]),
    ),
  parseHTML: () => [{ tag: 'div[data-block="soundCue"]', getAttrs: ({ dataset }) => cueFrom(dataset) }],
  renderHTML({ node }) {
    const cue = cueOf(node.attrs)
    return ['div', { 'data-block': 'soundCue', 'data-words': blockWords.soundCue, ...kept(cue) }, words(cue)]
  },
})

/** What is shown of a cue that has neither name nor length. */
const words = (cue: SoundCue) => cueLine(cue) || '…'

/** So that it can be copied from one text to another. */
function kept(cue: SoundCue): Record<string, unknown> {
  return {
    'data-clip': cue.clipId,
    'data-label': cue.label,
    'data-in': cue.inMs,
    'data-out': cue.outMs,
    'data-first': cue.firstWords,
    'data-last': cue.lastWords,
  }
}

function cueFrom(kept: DOMStringMap): SoundCue {
  const place = (text: string | undefined) => (text ? Number(text) : null)
  return cueOf({
    clipId: kept.clip,
    label: kept.label,
    inMs: place(kept.in),
    outMs: place(kept.out),
    firstWords: kept.first,
    lastWords: kept.last,
  })
}
