import { Mark } from '#app/_ui/mark.tsx'
import { ThreadLine } from '#app/_ui/thread-line.tsx'
import { Sample } from './_sample.tsx'
import { Section } from './_section.tsx'

const icons = [
  ['/marque/icon.svg', 32],
  ['/marque/icon-192.png', 96],
  ['/marque/apple-touch-icon.png', 96],
  ['/marque/icon-maskable-192.png', 96],
] as const

export function MarkGallery() {
  return (
    <Section id="marque" title="La marque">
      <Sample name="La bobine : de 24 à 160 points">
        {[24, 32, 64, 160].map((size) => (
          <Mark key={size} size={size} label="La bobine" />
        ))}
      </Sample>
      <Sample name="Icônes d’application">
        {icons.map(([src, size]) => (
          // biome-ignore lint/performance/noImgElement: a small file, already at its size.
          <img key={src} src={src} width={size} height={size} alt="" />
        ))}
      </Sample>
      <Sample name="Le fil">
        <ThreadLine />
      </Sample>
    </Section>
  )
}
