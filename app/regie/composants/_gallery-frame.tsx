import { plainComfort } from '#app/_ui/comfort.ts'
import { ComfortSettings } from '#app/_ui/comfort-settings.tsx'
import { HelpSpot } from '#app/_ui/help-spot.tsx'
import { SiteFooter } from '#app/_ui/site-footer.tsx'
import { SiteHeader } from '#app/_ui/site-header.tsx'
import { Sample } from './_sample.tsx'
import { Section } from './_section.tsx'

export function FrameGallery() {
  return (
    <Section id="cadre" title="Cadre des pages">
      <Sample name="Haut des pages publiques">
        <div className="w-full rounded-card border-2 border-border">
          <SiteHeader
            showName="La Bobine Romanaise"
            links={[
              { href: '/emissions', label: 'Émissions', current: true },
              { href: '/participer', label: 'Participer' },
              { href: '/s-abonner', label: 'S’abonner' },
            ]}
          />
        </div>
      </Sample>
      <Sample name="Bas des pages publiques">
        <div className="w-full">
          <SiteFooter
            showName="La Bobine Romanaise"
            houses={[
              'Maison de quartier des Ors',
              'Maison de quartier Saint-Nicolas',
              'Maison citoyenne Noël Guichard',
            ]}
            links={[
              { href: '/accessibilite', label: 'Accessibilité' },
              { href: '/mentions-legales', label: 'Mentions légales' },
              { href: '/mots-de-la-radio', label: 'Les mots de la radio' },
            ]}
          />
        </div>
      </Sample>
      <Sample name="Réglages de lecture">
        <ComfortSettings current={plainComfort} />
      </Sample>
      <HelpSpot askHref="#cadre" phone="04 75 00 00 00" />
    </Section>
  )
}
