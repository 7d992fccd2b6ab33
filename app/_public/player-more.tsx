import { Download } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { CopyPassage } from './copy-passage.tsx'
import { type EpisodeSound, sizeWords, soundWords } from './episode-sounds.ts'
import { sentenceStart } from './page-audio.ts'

type Props = {
  playable: readonly EpisodeSound[]
  sound: EpisodeSound
  choose: (kind: string) => void
  path: string
  at: () => number
}

const keys = [
  ['Espace ou K', 'écouter, pause'],
  ['← →', '5 secondes en arrière, en avant'],
  ['J L', '15 secondes en arrière, 30 en avant'],
  ['P N', 'chapitre précédent, suivant'],
] as const

/** What few need at each visit: a lighter sound, the link of this moment, the file, the keys. */
export default function PlayerMore({ playable, sound, choose, path, at }: Props) {
  return (
    <div className="grid grid-cols-1 gap-6 pt-3">
      {playable.length > 1 && (
        <RadioCards
          label="Quel son écouter"
          name="son"
          defaultValue={sound.kind}
          onChoose={choose}
          choices={playable.map(({ kind, sizeBytes }) => ({
            value: kind,
            label: `${soundWords[kind].name}, ${sizeWords(sizeBytes)}`,
            hint: soundWords[kind].hint,
          }))}
        />
      )}
      <div className="flex flex-wrap items-start gap-2">
        <CopyPassage path={path} at={() => sentenceStart(at())} />
        <ButtonLink href={sound.src} icon={<Download />} download>
          Télécharger, {sizeWords(sound.sizeBytes)}
        </ButtonLink>
      </div>
      <div className="hidden gap-2 pointer-fine:grid">
        <h3 className="text-body">Au clavier, dans ce lecteur</h3>
        <dl className="grid grid-cols-1 gap-1 text-small">
          {keys.map(([names, deed]) => (
            <div key={names} className="flex flex-wrap gap-x-4">
              <dt className="min-w-28 font-bold">{names}</dt>
              <dd>{deed}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}
