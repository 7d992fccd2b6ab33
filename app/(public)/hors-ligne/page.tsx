import type { Metadata } from 'next'
import { KeptList } from '#app/_keep/kept-list.tsx'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'

export const metadata: Metadata = { title: 'Gardé pour plus tard', robots: { index: false } }

/** What this device keeps, to hear without network. The radio knows nothing of it. */
export default function Page() {
  return (
    <PublicFrame at="/hors-ligne">
      <PageHeader
        title="Gardé pour plus tard"
        standfirst="Les émissions gardées sont sur cet appareil, et nulle part ailleurs. Elles s’écoutent sans réseau."
      />
      <noscript>
        <p>Cette page lit ce que votre navigateur garde : il faut pour cela qu’il accepte les scripts.</p>
      </noscript>
      <KeptList />
    </PublicFrame>
  )
}
