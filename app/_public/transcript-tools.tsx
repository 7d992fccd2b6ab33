'use client'
import { Search, TextSelect } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { bringToReading, pageAudio, startOf, textAt, timedTexts } from './page-audio.ts'

const TranscriptSearch = lazy(() => import('./transcript-search.tsx'))
const PassageBar = lazy(() => import('./passage-bar.tsx'))

type Props = {
  /** A selector of the text. */
  of: string
  /** Of the episode's page. */
  path: string
  /** Its sentences were found in the sound; otherwise only its titles have a moment. */
  isTimed: boolean
}

/** Following the text while one listens, searching in it, taking a passage of it. Absent without script. */
export function TranscriptTools({ of, path, isTimed }: Props) {
  const [isFollowing, setFollowing] = useState(false)
  const [isSearching, setSearching] = useState(false)
  const [passage, setPassage] = useState<number | null>(null)
  const searchButton = useRef<HTMLButtonElement>(null)
  const closeSearch = () => {
    setSearching(false)
    searchButton.current?.focus()
  }
  useFollowing(isFollowing)
  useTouched(of, setPassage)
  const isAwake = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
  if (!isAwake) return null
  return (
    <>
      <div className="grid grid-cols-1 gap-3 print:hidden">
        <div className="flex flex-wrap gap-2">
          <Button icon={<TextSelect />} aria-pressed={isFollowing} onClick={() => setFollowing(!isFollowing)}>
            {isFollowing ? 'Ne plus suivre le texte' : 'Suivre le texte'}
          </Button>
          <Button
            ref={searchButton}
            icon={<Search />}
            aria-expanded={isSearching}
            onClick={() => setSearching(!isSearching)}
          >
            Chercher dans ce texte
          </Button>
        </div>
        <p className="text-small text-ink-2">
          Touchez {isTimed ? 'une phrase' : 'un titre'} pour l’écouter, ou pour copier son lien.
        </p>
      </div>
      <Suspense>
        {isSearching && <TranscriptSearch of={of} close={closeSearch} />}
        {passage !== null && <PassageBar path={path} at={passage} close={() => setPassage(null)} />}
      </Suspense>
    </>
  )
}

/** Only who asks for it has the page moved under their eyes: once at each new sentence. */
function useFollowing(isFollowing: boolean) {
  useEffect(() => {
    const audio = pageAudio()
    if (!isFollowing || !audio) return
    const texts = timedTexts()
    let shown: HTMLElement | undefined
    const follow = () => {
      const said = audio.currentTime > 0 ? textAt(texts, audio.currentTime) : undefined
      if (!said || said === shown) return
      shown = said
      bringToReading(said)
    }
    follow()
    audio.addEventListener('timeupdate', follow)
    return () => audio.removeEventListener('timeupdate', follow)
  }, [isFollowing])
}

/** Tells the moment of the sentence or title that is touched. From the keyboard the player's own button does that. */
function useTouched(of: string, tell: (at: number) => void) {
  useEffect(() => {
    const root = document.querySelector<HTMLElement>(of)
    const touch = ({ target }: MouseEvent) => {
      const text = target instanceof Element && target.closest<HTMLElement>('[data-from]')
      // Who selects words wants the words.
      if (text && getSelection()?.isCollapsed !== false) tell(startOf(text))
    }
    root?.addEventListener('click', touch)
    root?.setAttribute('data-touch', '')
    return () => root?.removeEventListener('click', touch)
  }, [of, tell])
}
