import { Device } from '#app/_device/device.tsx'
import { found } from '#app/_door/found.ts'
import { requireActor } from '#app/_door/session.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readStoryPrompt } from '#lib/story/prompt.server.ts'
import { StoryPrompter } from './story-prompter.tsx'

type Props = { params: Promise<{ id: string }> }

export const metadata = { title: 'Répéter en grand' }

/** One story in large letters, for whoever rehearses it at their own pace. */
export default async function Page({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/sujets/${id}/prompteur`)
  return (
    <>
      <Device memberId={actor.memberId} />
      <StoryPrompter storyId={id} initial={await found(readStoryPrompt(theDb(), actor, id))} />
    </>
  )
}
