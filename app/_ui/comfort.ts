/** How a person reads best. `auto` follows the device. */
export type Comfort = {
  text: (typeof textSizes)[number]
  theme: (typeof themes)[number]
  font: (typeof fonts)[number]
  spacing: (typeof spacings)[number]
}

/** Sizes of the text, in percent of the browser's own. */
export const textSizes = ['100', '112', '125', '150', '175', '200'] as const
export const themes = ['auto', 'light', 'dark', 'contrast'] as const
export const fonts = ['atkinson', 'dyslexic'] as const
export const spacings = ['normal', 'large'] as const

/** The cookie that carries the choice; the server reads it, so that no page flashes. */
export const comfortCookie = 'confort'

/** What everybody has until they choose. */
export const plainComfort: Comfort = { text: '100', theme: 'auto', font: 'atkinson', spacing: 'normal' }

/** Reads the cookie `125.dark.atkinson.large`. What is missing or unknown is the plain choice. */
export function readComfort(cookieValue: string | undefined): Comfort {
  const [text, theme, font, spacing] = (cookieValue ?? '').split('.')
  return comfortOf({ text, theme, font, spacing })
}

/** Keeps the known choices of a form, and the plain ones elsewhere. */
export function comfortOf(chosen: Partial<Record<keyof Comfort, unknown>>): Comfort {
  return {
    text: oneOf(textSizes, chosen.text) ?? plainComfort.text,
    theme: oneOf(themes, chosen.theme) ?? plainComfort.theme,
    font: oneOf(fonts, chosen.font) ?? plainComfort.font,
    spacing: oneOf(spacings, chosen.spacing) ?? plainComfort.spacing,
  }
}

/** The value of the cookie. */
export function writeComfort({ text, theme, font, spacing }: Comfort): string {
  return [text, theme, font, spacing].join('.')
}

/** The attributes of `<html>` for a choice; tokens.css does the rest. Null takes an attribute away. */
export function comfortAttributes({ text, theme, font, spacing }: Comfort) {
  return {
    'data-text': text === '100' ? null : text,
    'data-theme': theme === 'auto' ? null : theme,
    'data-font': font === 'atkinson' ? null : font,
    'data-spacing': spacing === 'normal' ? null : spacing,
  }
}

function oneOf<const T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value)
}
