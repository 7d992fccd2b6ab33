'use client'
import { useEffect } from 'react'
import { listenFrom, pageAudio, textAt, timedTexts } from './page-audio.ts'

/**
 * Lets every link with `data-at` (seconds) start the page's player there instead of loading the page again, and marks
 * the chapter and the sentence being heard, or about to be: a link that was opened shows its sentence.
 */
export function FollowAudio() {
  useEffect(() => {
    const audio = pageAudio()
    if (!audio) return
    const links = [...document.querySelectorAll<HTMLAnchorElement>('ol a[data-at]')]
    const start = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-at]')
      // A new tab or window stays the browser's business.
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      listenFrom(Number(link.dataset.at))
    }
    const texts = timedTexts()
    let said: HTMLElement | undefined
    const mark = () => {
      const at = audio.currentTime
      const saying = at > 0 ? textAt(texts, at) : undefined
      if (saying !== said) {
        said?.classList.remove('is-heard')
        saying?.classList.add('is-heard')
        said = saying
      }
      const heard = links.findLast((link) => Number(link.dataset.at) <= at + 0.1)
      for (const link of links) {
        if (link === heard && at > 0) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
    }
    mark()
    document.addEventListener('click', start)
    audio.addEventListener('timeupdate', mark)
    return () => {
      document.removeEventListener('click', start)
      audio.removeEventListener('timeupdate', mark)
    }
  }, [])
  return null
}
