/** An absolute http(s) address, read from where the feed lies; '' for what is none. */
export function absolute(address: string, base: string | null): string {
  const line = address.trim()
  if (line === '') return ''
  const found = URL.parse(line.startsWith('//') ? `https:${line}` : line, base ?? undefined)
  return found && /^https?:$/.test(found.protocol) ? found.href : ''
}

const audioName = /\.(mp3|m4a|aac|mp4|ogg|oga|opus|wav|flac|wma)$/i

/** Whether a file seems to be a sound, by its announced type, else by its name. */
export function seemsSound(url: string, type: string): boolean {
  if (/^audio\//i.test(type)) return true
  if (/^(video|image|text)\//i.test(type) || /pdf/i.test(type)) return false
  return audioName.test(URL.parse(url)?.pathname ?? '')
}
