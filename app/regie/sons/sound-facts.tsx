import { FileText } from 'lucide-react'
import Link from 'next/link'
import { imagingWords, musicRightsWords, neededWords } from '#app/_sound/sound-words.ts'
import { Badge } from '#app/_ui/badge.tsx'
import { DialogButton } from '#app/_ui/dialog-button.tsx'
import type { Music } from '#lib/db/schema.ts'
import type { Use } from '#lib/rundown/uses.server.ts'
import type { MusicSuggestion } from '#lib/sound/music.server.ts'
import { missingForReturns } from '#lib/sound/music.ts'
import type { Sound } from '#lib/sound/sound.server.ts'
import { DescribeForm } from './describe-form.tsx'
import { UsedIn } from './used-in.tsx'

/** What the library knows of a sound beside how it sounds: its part in the show, its music, its story, its uses. */
export function SoundFacts({ sound, uses }: { sound: Sound; uses: readonly Use[] }) {
  const { music, story, imaging, credits } = sound
  return (
    <div className="grid gap-2">
      {imaging && (
        <p>
          <Badge tone="brick">{imagingWords[imaging].label}</Badge>
        </p>
      )}
      {music && <MusicFacts music={music} />}
      {credits && <p className="text-ink-2">{credits}</p>}
      {story && (
        <p>
          Sujet :{' '}
          <Link href={`/sujets/${story.id}`} className="inline-block min-h-12 py-2">
            {story.title}
          </Link>
        </p>
      )}
      <UsedIn uses={uses} />
    </div>
  )
}

function MusicFacts({ music }: { music: Music }) {
  const { title, performer, author, label, catalogue, isrc } = music
  const others = [
    author && `Auteur\u00a0: ${author}`,
    label && `Label\u00a0: ${label}`,
    catalogue && `Catalogue\u00a0: ${catalogue}`,
    isrc && `ISRC\u00a0: ${isrc}`,
  ].filter(Boolean)
  // An older sheet may have none.
  const rights = Object.hasOwn(musicRightsWords, music.rights) ? musicRightsWords[music.rights] : null
  const missing = missingForReturns(music)
  return (
    <>
      <p>{[title, performer].filter(Boolean).join(', ')}</p>
      {others.length > 0 && <p className="text-ink-2">{others.join(' · ')}</p>}
      <div className="flex flex-wrap items-center gap-2">
        {rights && <Badge tone={music.rights === 'commercial' ? 'warn' : 'culture'}>{rights.label}</Badge>}
        {missing.length > 0 && (
          <Badge tone="warn" pending>
            Il manque {missing.map((name) => neededWords[name]).join(', ')}
          </Badge>
        )}
      </div>
      {missing.length > 0 && <p>Complétez la fiche : le relevé des musiques en a besoin.</p>}
      {rights && <p className="text-ink-2">{rights.reach}</p>}
    </>
  )
}

/** The sheet of a sound, behind a button. */
export function SoundSheet({ sound, suggestion }: { sound: Sound; suggestion: MusicSuggestion | undefined }) {
  const { id, title, music, imaging, credits } = sound
  return (
    <DialogButton label="Fiche" icon={<FileText />} title={`Fiche de «\u00a0${title}\u00a0»`}>
      <DescribeForm
        clipId={id}
        music={music}
        suggestion={suggestion ?? { music: { title }, from: null }}
        imaging={imaging}
        credits={credits}
      />
    </DialogButton>
  )
}
