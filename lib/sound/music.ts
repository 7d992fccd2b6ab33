/**
 * An ISRC (ISO 3901) as people type or tag it → its twelve characters without dashes, in capitals; null for
 * anything else. Country or agency, registrant, two digits of the year, five of the recording.
 */
export function parseIsrc(typed: string): string | null {
  const bare = typed
    .replace(/^ISRC\b/i, '')
    .replace(/[\s\-–.:]/g, '')
    .toUpperCase()
  return /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(bare) ? bare : null
}
