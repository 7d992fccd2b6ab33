/** A piece of a page that is written by hand: its text is safe to send. */
export type Html = { readonly html: string }
type Given = string | number | Html | readonly Html[] | null

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

/** Writes HTML; whatever is put into it is text, in an attribute between quotes too, unless it is HTML itself. */
export function html(strings: TemplateStringsArray, ...values: readonly Given[]): Html {
  const parts = strings.map((string, at) => string + written(values[at] ?? null))
  return { html: parts.join('') }
}

function written(value: Given): string {
  if (value === null) return ''
  if (typeof value === 'object') return 'html' in value ? value.html : value.map((one) => one.html).join('')
  return String(value).replace(/[&<>"']/g, (sign) => escapes.get(sign) ?? '')
}
