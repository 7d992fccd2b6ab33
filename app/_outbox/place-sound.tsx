'use client'
import { Send } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { useAddress } from '#app/_ui/use-address.ts'
import { storyLimits } from '#lib/story/document.ts'
import { beginDraft } from './first-draft.ts'
import { dropReceived, type ReceivedSound, writeReceived } from './received-shelf.ts'

type Props = {
  memberId: string
  sound: ReceivedSound
  stories: readonly { id: string; title: string; author: string }[]
  mayUseLibrary: boolean
  done: (id: string, words: string) => void
}

const NEW = 'nouveau'
const LIBRARY = 'sons'

/** One sound: listen, say where it goes, and it leaves as soon as it can. */
export function PlaceSound({ memberId, sound, stories, mayUseLibrary, done }: Props) {
  const [chosen, setChosen] = useState<string>(stories[0]?.id ?? NEW)
  const [trouble, setTrouble] = useState<string | null>(null)
  const src = useAddress(sound.sound)
  const place = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const title = String(new FormData(event.currentTarget).get('title') ?? '').trim()
    if (chosen === NEW && title === '') return setTrouble('Écrivez un titre, même provisoire.')
    try {
      await writeReceived({ ...sound, memberId, place: await placeOf(chosen, title) })
    } catch {
      return setTrouble('Cet appareil n’a plus de place. Le son est toujours dans l’autre application.')
    }
    done(sound.id, 'C’est noté. Le son part tout seul, dès qu’il y a du réseau.')
  }
  const placeOf = async (at: string, title: string) => {
    if (at === LIBRARY) return { storyId: null, title: 'Sons' }
    if (at !== NEW) return { storyId: at, title: stories.find(({ id }) => id === at)?.title ?? '' }
    const draft = await beginDraft({ memberId, title, words: '' })
    return { storyId: draft.id, title }
  }
  const forget = async () => {
    await dropReceived(sound.id)
    done(sound.id, 'Ce son n’est plus ici. Il est toujours dans l’autre application.')
  }
  return (
    <form onSubmit={place} className="grid grid-cols-1 gap-6" noValidate>
      <section className="grid grid-cols-1 gap-3">
        <h2 className="[overflow-wrap:anywhere]">{sound.name}</h2>
        {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down yet what is said in it. */}
        {src && <audio controls preload="none" src={src} className="w-full" aria-label={sound.name} />}
      </section>
      <RadioCards
        label="Pour quel sujet ?"
        name="place"
        defaultValue={chosen}
        onChoose={setChosen}
        choices={[
          ...stories.map(({ id, title, author }) => ({ value: id, label: title, hint: author })),
          { value: NEW, label: 'Un nouveau sujet' },
          ...(mayUseLibrary ? [{ value: LIBRARY, label: 'Les sons de l’émission', hint: 'Sans sujet' }] : []),
        ]}
      />
      {chosen === NEW && (
        <TextField label="De quoi parle ce son ?" name="title" maxLength={storyLimits.title} />
      )}
      <FormMessage tone="error">{trouble}</FormMessage>
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet" onClick={forget}>
          Ne pas garder
        </Button>
        <Button type="submit" variant="primary" icon={<Send />}>
          Envoyer ce son
        </Button>
      </div>
    </form>
  )
}
