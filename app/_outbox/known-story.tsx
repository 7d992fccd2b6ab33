'use client'
import { useEffect } from 'react'
import { keepPages } from '#app/_device/worker-door.ts'
import { noteText } from './waiting-shelf.ts'

/**
 * Remembers a story that was opened here: its name for the outbox, and copies of its page, its recorder and its
 * large letters for when there is no network. Shows nothing.
 */
export function KnownStory({
  memberId,
  storyId,
  title,
}: {
  memberId: string
  storyId: string
  title: string
}) {
  useEffect(() => {
    noteText({ memberId, storyId }, { title }).catch(() => undefined)
    const page = `/sujets/${storyId}`
    keepPages([page, `${page}/enregistrer`, `${page}/prompteur`]).catch(() => undefined)
  }, [memberId, storyId, title])
  return null
}
