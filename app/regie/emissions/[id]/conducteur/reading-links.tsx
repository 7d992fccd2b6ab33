import { MonitorUp, ScrollText } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'

/** From the rundown to the screens on which it is read. */
export function ReadingLinks({ episodeId }: { episodeId: string }) {
  const at = `/regie/emissions/${episodeId}`
  return (
    <>
      <ButtonLink href={`${at}/prompteur`} icon={<ScrollText />}>
        Prompteur
      </ButtonLink>
      <ButtonLink href={`${at}/presentation`} icon={<MonitorUp />}>
        Écran de présentation
      </ButtonLink>
    </>
  )
}
