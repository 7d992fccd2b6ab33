import { type RefObject, useEffect } from 'react'
import { type KeyDeed, type KeyPlace, keyDeed } from '#app/_ui/player-keys.ts'

/** Leads the player from the keyboard while the focus is in it: single letters are nobody else's there. */
export function useKeys(player: RefObject<HTMLElement | null>, act: (deed: KeyDeed) => void) {
  useEffect(() => {
    const element = player.current
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const deed = keyDeed(event.key, placeOf(event.target))
      if (!deed) return
      event.preventDefault()
      act(deed)
    }
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
  }, [player, act])
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'elsewhere'
  if (target.matches('select, textarea, input:not([type="range"])')) return 'field'
  return target.matches('button, a, summary') ? 'button' : 'elsewhere'
}
