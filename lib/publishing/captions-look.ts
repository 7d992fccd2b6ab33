import type { Milliseconds } from '#lib/time/duration.ts'

/** A captions file, WebVTT or SubRip, as an app reads it. */
export type LookedCaptions = {
  cues: number
  /** Cues that are unreadable, end before they begin, or begin before the one before them. */
  misplaced: number
  /** Where the last one ends. */
  endMs: Milliseconds
  longestLine: number
  mostLines: number
}

const times = /^(?:(\d+):)?(\d\d):(\d\d)[.,](\d{3}) --> (?:(\d+):)?(\d\d):(\d\d)[.,](\d{3})/

/** Reads the cues of either format. */
export function lookedCaptions(text: string): LookedCaptions {
  const blocks = text.split(/\n{2,}/).filter((block) => block.includes('-->'))
  const looked = { cues: 0, misplaced: 0, endMs: 0, longestLine: 0, mostLines: 0 }
  let earliest = 0
  for (const block of blocks) {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => line.includes('-->'))
    const match = times.exec(lines[at] ?? '')
    const startMs = match ? milliseconds(match.slice(1, 5)) : -1
    const endMs = match ? milliseconds(match.slice(5, 9)) : -1
    looked.cues += 1
    if (startMs < earliest || endMs <= startMs) looked.misplaced += 1
    earliest = Math.max(earliest, startMs)
    looked.endMs = Math.max(looked.endMs, endMs)
    const shown = lines.slice(at + 1).filter((line) => line !== '')
    looked.mostLines = Math.max(looked.mostLines, shown.length)
    looked.longestLine = Math.max(looked.longestLine, ...shown.map((line) => plain(line).length))
  }
  return looked
}

/** Without the voice tag and the escapes, which nobody sees. */
function plain(line: string): string {
  return line.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt);/g, '&')
}

function milliseconds([hours = '0', minutes = '0', seconds = '0', rest = '0']: (string | undefined)[]) {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest)
}
