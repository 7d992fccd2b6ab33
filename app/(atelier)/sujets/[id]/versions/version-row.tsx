import { Bookmark, Clock, Flag, History, UserPen } from 'lucide-react'
import Link from 'next/link'
import { momentOfDay, namesInARow, upperFirst, versionReason, wordCount } from '#app/_story/version-words.ts'
import type { VersionReason } from '#lib/db/schema.ts'
import type { VersionLine } from '#lib/story/versions.server.ts'

const signs: Record<VersionReason, typeof Clock> = {
  pause: Clock,
  writer: UserPen,
  state: Flag,
  restore: History,
  named: Bookmark,
}

type Props = { storyId: string; version: VersionLine; clock: { now: number; zone: string } }

/** One version in words: when, why it was kept, who had written. */
export function VersionRow({ storyId, version, clock }: Props) {
  const Sign = signs[version.reason]
  const reason = versionReason(version)
  const writers = namesInARow(version.writers)
  return (
    <Link
      href={`/sujets/${storyId}/versions/${version.id}`}
      prefetch={false}
      className="flex min-h-14 items-start gap-3 rounded-card border-2 border-border bg-surface p-gutter text-ink no-underline hover:bg-sand"
    >
      <span className="mt-1 flex-none">
        <Sign />
      </span>
      <span className="grid min-w-0 gap-1">
        <span className="font-bold underline underline-offset-4">
          {upperFirst(momentOfDay(version.at.getTime(), clock.now, clock.zone))}
        </span>
        {reason !== '' && <span>{upperFirst(reason)}</span>}
        <span className="tabular text-ink-2">
          {[writers, wordCount(version.words)].filter(Boolean).join(' · ')}
        </span>
      </span>
    </Link>
  )
}
