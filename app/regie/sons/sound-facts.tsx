import { FileText } from 'lucide-react'
import Link from 'next/link'
import { imagingWords, musicRightsWords } from '#app/_sound/sound-words.ts'
import { Badge } from '#app/_ui/badge.tsx'
import { DialogButton } from '#app/_ui/dialog-button.tsx'
import type { Sound } from '#lib/sound/sound.server.ts'
import { DescribeForm } from './describe-form.tsx'

/** What the library knows of a sound beside how it sounds: its story, its music and rights, its part in the show. */
export function SoundFacts({ sound }: { sound: Sound }) {
  const { music, story, imaging, credits } = sound
  const titles =
    music && [music.title, music.performer, music.author, music.label].filter(Boolean).join(' · ')
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {imaging && <Badge tone="brick">{imagingWords[imaging].label}</Badge>}
        {music && (
          <Badge tone={music.rights === 'commercial' ? 'warn' : 'culture'}>
            {musicRightsWords[music.rights].label}
          </Badge>
        )}
      </div>
      {titles && <p>{titles}</p>}
      {music?.rights === 'commercial' && <p className="text-ink-2">{musicRightsWords.commercial.hint}</p>}
      {credits && <p className="text-ink-2">{credits}</p>}
      {story && (
        <p>
          Sujet :{' '}
          <Link href={`/sujets/${story.id}`} className="inline-block min-h-12 py-2">
            {story.title}
          </Link>
        </p>
      )}
    </div>
  )
}

/** The sheet of a sound, behind a button. */
export function SoundSheet({ sound }: { sound: Sound }) {
  const { id, title, music, imaging, credits } = sound
  return (
    <DialogButton label="Fiche" icon={<FileText />} title={`Fiche de « ${title} »`}>
      <DescribeForm clipId={id} soundTitle={title} music={music} imaging={imaging} credits={credits} />
    </DialogButton>
  )
}
