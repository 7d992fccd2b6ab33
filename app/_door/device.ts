/** "téléphone Android", "ordinateur": how the coordination recognises a signed-in device. */
export function deviceName(userAgent: string): string {
  if (/iPhone/.test(userAgent)) return 'iPhone'
  if (/iPad/.test(userAgent)) return 'iPad'
  if (/Android/.test(userAgent)) return /Mobile/.test(userAgent) ? 'téléphone Android' : 'tablette Android'
  if (/Windows|Macintosh|Linux|CrOS/.test(userAgent)) return 'ordinateur'
  return 'appareil'
}
