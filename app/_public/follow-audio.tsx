'use client'
import { useEffect } from 'react'

/**
 * Lets every link with `data-at` (seconds) start the page's player there instead of loading the page again,
 * and marks the one being heard.
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
    const mark = () => {
      const heard = links.findLast((link) => Number(link.dataset.at) <= audio.currentTime)
      for (const link of links) {
        if (link === heard && audio.currentTime > 0) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
    }
    document.addEventListener('click', start)
    audio.addEventListener('timeupdate', mark)
    return () => {
      document.removeEventListener('click', start)
      audio.removeEventListener('timeupdate', mark)
    }
  }, [])
  return null
}
