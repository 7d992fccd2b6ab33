import { Extension, type Extensions, Node } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { safeHref } from '#lib/story/clean-text.ts'
import { BlockKeys } from './block-keys.ts'
import { blockWords } from './block-words.ts'
import { SoundCueNode } from './sound-cue-node.ts'

/** The blocks of a radio text that are one line of words. */
const lines = ['leadIn', 'question', 'leadOut', 'offAir'] as const
const spoken = ['paragraph', 'leadIn', 'question', 'leadOut']

function lineNode(name: (typeof lines)[number]) {
  return Node.create({
    name,
    group: 'block',
    content: 'inline*',
    defining: true,
    parseHTML: () => [{ tag: `div[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => [
      'div',
      { ...HTMLAttributes, 'data-block': name, 'data-words': blockWords[name] },
      0,
    ],
  })
}

/** Who says a block: shown before its words. */
const Voices = Extension.create({
  name: 'voices',
  addGlobalAttributes: () => [
    {
      types: spoken,
      attributes: {
        by: {
          default: null,
          parseHTML: (element) => element.dataset.by ?? null,
          renderHTML: ({ by }) => (by ? { 'data-by': by } : {}),
        },
      },
    },
  ],
})

/** The schema of a story's text, as the editor and the tests know it. The server's is `clean.ts`. */
export function storyExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      italic: false,
      strike: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      underline: false,
      // What others wrote must not be undone: the shared text brings its own undo.
      undoRedo: false,
      link: {
        openOnClick: false,
        autolink: true,
        protocols: ['http', 'https', 'mailto', 'tel'],
        isAllowedUri: (uri) => safeHref(uri) !== null,
        HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null, class: null },
      },
    }),
    ...lines.map(lineNode),
    SoundCueNode,
    Voices,
    BlockKeys,
  ]
}
