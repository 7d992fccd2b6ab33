import { useState } from 'react'
import type { ClipEdit } from '#lib/db/schema.ts'
import { recipeOf } from '#lib/sound/clean-up.ts'
import type { SoundEditor } from '#lib/sound/edit.server.ts'

/** Which copy of a sound is heard: as it came, or with the clean-ups that are ticked once these are made. */
export function useBeforeAfter({ id, cleaned, integratedLufs }: SoundEditor, edit: ClipEdit) {
  const [wish, listen] = useState<'before' | 'after'>('before')
  const recipe = recipeOf(edit.cleanUps)
  const copy = cleaned.find((one) => one.recipe === recipe) ?? null
  const isAfter = wish === 'after' && copy?.state === 'ready'
  const levelsDb = (integratedLufs ?? 0) - (copy?.integratedLufs ?? integratedLufs ?? 0)
  return {
    recipe,
    copy,
    listens: isAfter ? ('after' as const) : ('before' as const),
    listen,
    src: isAfter ? `/ecouter/${id}/${recipe}.mp3` : `/ecouter/${id}.mp3`,
    // Both at the same level: the louder one always seems better.
    gainDb: edit.gainDb + (isAfter ? levelsDb : 0),
  }
}
