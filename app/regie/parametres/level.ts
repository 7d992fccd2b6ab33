import { z } from 'zod'

/** A level in LUFS or dBTP as people type it: `-16`, `−16` as the hints write it, `-16,5`. */
export function level({ least, most, usual }: { least: number; most: number; usual: number }) {
  const words = `Écrivez un nombre de ${shown(least)} à ${shown(most)}, par exemple ${shown(usual)}.`
  return z
    .string(words)
    .trim()
    .regex(/^[-−+]?\d{1,3}([.,]\d{1,3})?$/, words)
    .transform((typed) => Number(typed.replace('−', '-').replace(',', '.')))
    .pipe(z.number().min(least, words).max(most, words))
}

const shown = (figure: number) => String(figure).replace('-', '−').replace('.', ',')
