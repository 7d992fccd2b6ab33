import { htmlFragment, type XmlChild, xml } from '#lib/publishing/xml.ts'
import type { Block, Inline, ListItem, StoryContent } from '#lib/story/document.ts'
import { cueLine } from '#lib/story/sound-cue.ts'

/** A story's text as HTML of its own: everything that is written in it, notes off air included. */
export function storyHtml(content: StoryContent): string {
  return htmlFragment(content.content.flatMap(blockNodes))
}

function blockNodes(block: Block): XmlChild[] {
  switch (block.type) {
    case 'heading':
      return [xml(block.attrs.level === 2 ? 'h2' : 'h3', {}, ...inlineNodes(block.content))]
    case 'offAir':
      return [
        xml(
          'p',
          { class: 'hors-antenne' },
          xml('strong', {}, 'Hors antenne\u00a0: '),
          ...inlineNodes(block.content),
        ),
      ]
    case 'soundCue':
      return [xml('p', { class: 'son' }, xml('strong', {}, 'Son\u00a0: '), cueLine(block.attrs))]
    case 'blockquote':
      return [xml('blockquote', {}, ...block.content.flatMap(blockNodes))]
    case 'bulletList':
      return [xml('ul', {}, ...block.content.map(itemNode))]
    case 'orderedList':
      return [xml('ol', { start: block.attrs.start }, ...block.content.map(itemNode))]
    default: {
      const by = block.attrs.by ? [xml('strong', {}, `${block.attrs.by}\u00a0: `)] : []
      return [
        xml(
          'p',
          { class: block.type === 'paragraph' ? undefined : block.type },
          ...by,
          ...inlineNodes(block.content),
        ),
      ]
    }
  }
}

const itemNode = (item: ListItem) => xml('li', {}, ...item.content.flatMap(blockNodes))

function inlineNodes(content: readonly Inline[] = []): XmlChild[] {
  return content.map((inline) => {
    if (inline.type === 'hardBreak') return xml('br')
    const link = inline.marks?.find((mark) => mark.type === 'link')
    const isBold = inline.marks?.some(({ type }) => type === 'bold')
    const words = isBold ? xml('strong', {}, inline.text) : inline.text
    return link?.type === 'link' ? xml('a', { href: link.attrs.href }, words) : words
  })
}

/** The same as Markdown, which any program reads. */
export function storyMarkdown(title: string, content: StoryContent): string {
  const blocks = content.content.flatMap((block) => blockLines(block))
  return `${[`# ${escaped(title)}`, ...blocks].join('\n\n')}\n`
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.attrs.level)} ${inlineLine(block.content)}`]
    case 'offAir':
      return [`*Hors antenne\u00a0:* ${inlineLine(block.content)}`]
    case 'soundCue':
      return [`*Son\u00a0:* ${escaped(cueLine(block.attrs))}`]
    case 'blockquote':
      return [indented(block.content, '> ', '> ')]
    case 'bulletList':
      return [block.content.map((item) => indented(item.content, '- ', '  ')).join('\n')]
    case 'orderedList':
      return [
        block.content
          .map((item, at) => indented(item.content, `${block.attrs.start + at}. `, '   '))
          .join('\n'),
      ]
    default:
      return [`${block.attrs.by ? `**${escaped(block.attrs.by)}\u00a0:** ` : ''}${inlineLine(block.content)}`]
  }
}

function indented(blocks: readonly Block[], first: string, next: string): string {
  const lines = blocks.flatMap(blockLines).join('\n\n').split('\n')
  return lines.map((line, at) => (at === 0 ? first : next) + line).join('\n')
}

function inlineLine(content: readonly Inline[] = []): string {
  return content
    .map((inline) => {
      if (inline.type === 'hardBreak') return '  \n'
      const link = inline.marks?.find((mark) => mark.type === 'link')
      const isBold = inline.marks?.some(({ type }) => type === 'bold')
      const words = isBold ? `**${escaped(inline.text)}**` : escaped(inline.text)
      return link?.type === 'link' ? `[${words}](<${link.attrs.href}>)` : words
    })
    .join('')
}

/** What Markdown would take for a mark of its own. */
const escaped = (text: string) => text.replace(/([\\`*_[\]<>#])/g, '\\$1')
