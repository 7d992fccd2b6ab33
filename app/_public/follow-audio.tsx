'use client'
import { useEffect } from 'react'

/**
 * Lets every link with `data-at` (seconds) start the page's player there instead of loading the page again, and marks
 * the chapter and the sentence being heard.
 */
export function FollowAudio() {
  useEffect(() => {
    const audio = document.querySelector<HTMLAudioElement>('#ecouter audio')
    if (!audio) return
    const links = [...document.querySelectorAll<HTMLAnchorElement>('ol a[data-at]')]
    const start = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-at]')
      // A new tab or window stays the browser's business.
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      audio.currentTime = Number(link.dataset.at)
      audio.play().catch(() => undefined)
    }
    const sentences = [...document.querySelectorAll<HTMLElement>('[data-from]')]
    let said: HTMLElement | undefined
    const mark = () => {
      const saying = audio.paused
        ? undefined
        : sentences.findLast((sentence) => Number(sentence.dataset.from) <= audio.currentTime)
      if (saying !== said) {
        said?.classList.remove('is-heard')
        saying?.classList.add('is-heard')
        said = saying
      }
      const heard = links.findLast((link) => Number(link.dataset.at) <= audio.currentTime)
      for (const link of links) {
        if (link === heard && audio.currentTime > 0) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
    }
    document.addEventListener('click', start)
    for (const change of ['timeupdate', 'pause'] as const) audio.addEventListener(change, mark)
    return () => {
      document.removeEventListener('click', start)
      for (const change of ['timeupdate', 'pause'] as const) audio.removeEventListener(change, mark)
    }
  }, [])
  return null
}
