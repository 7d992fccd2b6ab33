import { redirect } from 'next/navigation'
import { DoorFrame } from '#app/_door/door-frame.tsx'
import { requireRight } from '#app/_door/session.ts'
import { currentShow } from '#app/_show/current-show.ts'
import { FirstSteps } from './first-steps.tsx'

export const metadata = { title: 'Premiers pas' }

/** The first-run page: the show's name, or the example. Everything else has a default. */
export default async function Page() {
  await requireRight('show.edit', '/premiers-pas')
  if (await currentShow()) redirect('/regie')
  return (
    <DoorFrame title="Comment s’appelle votre émission ?">
      <FirstSteps />
    </DoorFrame>
  )
}
