import { encode } from 'uqr'

type Props = {
  /** What the code holds: usually an address. */
  text: string
  /** What it is for, for who does not see it: "Carte d'entrée de Fatiha". */
  label: string
}

/** A QR code that fills its box, black on white whatever the theme, with the quiet zone readers need. */
export function QrCode({ text, label }: Props) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="block w-full"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={dark.join('')} fill="#000000" />
    </svg>
  )
}
