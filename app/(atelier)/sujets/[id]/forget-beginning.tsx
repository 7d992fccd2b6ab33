'use client'
import { useEffect } from 'react'
import { forgetBeginning } from '#app/(atelier)/sujets/nouveau/kept-beginning.ts'

/** The story is open: this device need not offer its beginning any more. */
export function ForgetBeginning({ memberId, storyId }: { memberId: string; storyId: string }) {
  useEffect(() => forgetBeginning(memberId, storyId), [memberId, storyId])
  return null
}
