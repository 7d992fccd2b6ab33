import { Download, FileText, FileUp, History, Music, Printer } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'

type Props = { episodeId: string; mayEdit: boolean }

/** What leaves the rundown, on paper and in files, what comes into it, and what is left of it after the show. */
export function RundownPapers({ episodeId, mayEdit }: Props) {
  const page = `/regie/emissions/${episodeId}`
  const file = `/api/episodes/${episodeId}`
  return (
    <div className="mt-10 grid gap-6 print:hidden">
      <section className="grid gap-3">
        <h2>Exporter et imprimer</h2>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={`${page}/imprimer`} icon={<Printer />}>
            Conducteur à imprimer
          </ButtonLink>
          <ButtonLink href={`${page}/imprimer/textes`} icon={<FileText />}>
            Textes à imprimer
          </ButtonLink>
          <ButtonLink href={`${file}/rundown.xlsx`} icon={<Download />} download>
            Tableur (XLSX)
          </ButtonLink>
          <ButtonLink href={`${file}/rundown.csv`} icon={<Download />} download>
            Tableau simple (CSV)
          </ButtonLink>
          <ButtonLink href={`${file}/musiques.csv`} icon={<Music />} download>
            Musiques (CSV)
          </ButtonLink>
          {mayEdit && (
            <ButtonLink href={`${page}/importer`} icon={<FileUp />}>
              Importer un tableau
            </ButtonLink>
          )}
        </div>
      </section>
      <section className="grid gap-3">
        <h2>Après l’émission</h2>
        <p>
          <ButtonLink href={`${page}/apres`} icon={<History />}>
            Prévu, réel et copies figées
          </ButtonLink>
        </p>
      </section>
    </div>
  )
}
