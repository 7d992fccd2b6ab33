'use client'
import { useEffect } from 'react'

/**
 * At the door nobody is signed in: no copy of a member's page stays on this device. What is not sent yet does, under
 * its member's name. Leaving brings this page along with its own answer, so that the service worker sees no request.
 */
export function NobodyHere() {
  useEffect(() => {
    navigator.serviceWorker?.controller?.postMessage({ kind: 'forget' })
  }, [])
  return null
}
