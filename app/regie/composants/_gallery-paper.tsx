import { PrintCard } from '#app/_ui/print-card.tsx'
import { Section } from './_section.tsx'

export function PaperGallery() {
  return (
    <Section id="papier" title="Papier">
      <p>La carte d’entrée s’imprime au format A6, une carte par page.</p>
      <PrintCard
        firstName="Fatiha"
        house="Maison de quartier Saint-Nicolas"
        showName="La Bobine Romanaise"
        url="https://bobine.example/c/5f3c0d5e0a7b4c1e9d2f"
        typedAddress="bobine.example/entrer"
        code="7K4M 92PX"
        phone="04 75 00 00 00"
      />
    </Section>
  )
}
