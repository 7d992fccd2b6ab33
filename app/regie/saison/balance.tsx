import type { Share } from '#lib/rundown/season.ts'

type Props = { title: string; shares: readonly Share[]; without: string }

/** How many stories each has: a table with bars, a plain list on a phone. The figures say it all; the bars only show it. */
export function Balance({ title, shares, without }: Props) {
  const most = Math.max(1, ...shares.map(({ stories }) => stories))
  const nameOf = ({ name }: Share) => name ?? without
  if (shares.length === 0)
    return (
      <section className="grid content-start gap-2">
        <h3>{title}</h3>
        <p className="text-ink-2">Rien à compter pour l’instant.</p>
      </section>
    )
  return (
    <section className="grid grid-cols-1 content-start gap-2">
      <h3>{title}</h3>
      <ul className="grid grid-cols-1 gap-3 sm:hidden">
        {shares.map((share) => (
          <li key={nameOf(share)} className="grid grid-cols-1 gap-1">
            <span className="[overflow-wrap:anywhere]">
              {nameOf(share)} : <span className="tabular font-bold">{storiesWords(share.stories)}</span>
            </span>
            <Bar share={share.stories / most} />
          </li>
        ))}
      </ul>
      <table className="hidden w-full table-fixed border-collapse text-left sm:table">
        <caption className="sr-only">{title} : nombre de sujets de la saison</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Nom</th>
            <th scope="col">Sujets</th>
            <th scope="col">Part</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={nameOf(share)} className="border-b-2 border-border">
              <th scope="row" className="w-2/5 py-2 pr-3 font-normal [overflow-wrap:anywhere]">
                {nameOf(share)}
              </th>
              <td className="tabular w-16 py-2 pr-3 text-right font-bold">{share.stories}</td>
              <td className="py-2">
                <Bar share={share.stories / most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const storiesWords = (count: number) => (count < 2 ? `${count} sujet` : `${count} sujets`)

function Bar({ share }: { share: number }) {
  return (
    <svg
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="block h-4 w-full rounded-tag border-2 border-border"
    >
      <rect width={share * 100} height="6" className="fill-pine" />
    </svg>
  )
}
