/** The mark where somebody else writes. The server has set name and colour; only a colour is let through. */
export function drawCaret(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'story-caret'
  const colour = String(user.color)
  caret.style.setProperty('--who', /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#1e5b4f')
  const name = document.createElement('span')
  name.textContent = String(user.name)
  caret.append(name)
  return caret
}
