/** Puts a text on the clipboard; false where the browser refuses, or has none, as on a plain http address. */
export async function copyWords(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
