import { ShelfPage, shelfFacts } from '#app/_public/shelf-page.tsx'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = async ({ params }: Props) => shelfFacts({ kind: 'theme', ...(await params) })

/** The episodes that speak of a theme. */
export default async function Page({ params }: Props) {
  return <ShelfPage kind="theme" slug={(await params).slug} />
}
