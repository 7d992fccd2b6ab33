import { Mark } from './mark.tsx'
import { QrCode } from './qr-code.tsx'

type Props = {
  firstName: string
  house: string
  showName: string
  /** The address in the QR code. */
  url: string
  /** What one types when nothing can scan: "entrer.exemple.fr". */
  typedAddress: string
  /** Short code, in groups: "7K4M 92". */
  code: string
  /** The house's telephone, for a lost card. */
  phone?: string | undefined
}

/** The sign-in card, A6 upright: prints alone, one card a page. Always black on white. */
export function PrintCard({ firstName, house, showName, url, typedAddress, code, phone }: Props) {
  return (
    <article className="print-card">
      <header>
        <Mark size={36} />
        <p>{showName}</p>
      </header>
      <h2>{firstName}</h2>
      <p className="print-card-house">{house}</p>
      <QrCode text={url} label={`Code d’entrée de ${firstName}`} />
      <ol>
        <li>Ouvrez l’appareil photo du téléphone.</li>
        <li>Visez le carré noir et blanc.</li>
        <li>Touchez l’adresse qui s’affiche.</li>
      </ol>
      <p>
        Ou tapez {typedAddress} puis le code <strong className="print-card-code">{code}</strong>
      </p>
      <p className="print-card-lost">
        Carte perdue ? {phone ? `Appelez le ${phone}.` : 'Appelez la maison.'} On en refait une.
      </p>
    </article>
  )
}
