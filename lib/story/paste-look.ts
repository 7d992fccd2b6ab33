import { cleanText } from './clean-text.ts'
import type { HtmlElement } from './html-tree.ts'

const numbered = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi
const named: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&lt;': '<', '&gt;': '>' }

/** Words as they may stand in HTML again: characters that hide or turn the writing are gone, however they were written. */
export function textOf(raw: string): string {
  const read = raw.replace(numbered, (_all, hex?: string, decimal?: string) =>
    escaped(characterOf(hex, decimal)),
  )
  return cleanText(read).replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** What an attribute says. */
export function attributeText(raw: string): string {
  const read = raw.replace(numbered, (_all, hex?: string, decimal?: string) => characterOf(hex, decimal))
  return cleanText(read.replace(/&(?:amp|quot|lt|gt);/g, (name) => named[name] ?? name))
}

function characterOf(hex?: string, decimal = '0'): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

/** A text as it stands in an attribute or between tags. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Google wraps a whole page in a "bold" that is not; others write bold as a style. */
export function isBold({ name, attrs }: HtmlElement): boolean {
  const weight = /font-weight\s*:\s*(\w+)/i.exec(attrs.style ?? '')?.[1]?.toLowerCase()
  if (weight !== undefined) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
  return name === 'b' || name === 'strong'
}

/** What the page itself does not show: its own notes, Word's bullets and comments. */
export function isHidden({ name, attrs }: HtmlElement): boolean {
  const style = (attrs.style ?? '').replace(/\s+/g, '').toLowerCase()
  if ('hidden' in attrs || attrs['aria-hidden'] === 'true') return true
  if (/display:none|visibility:hidden|mso-hide:all|mso-list:ignore|font-size:0(?![.\d])/.test(style))
    return true
  if (/mso-element:(comment-list|annotation)|mso-special-character:comment/.test(style)) return true
  return name === 'a' && /msocomanchor/i.test(attrs.class ?? '')
}
