import { ShelfPage, shelfFacts } from '#app/_public/shelf-page.tsx'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = async ({ params }: Props) => shelfFacts({ kind: 'house', ...(await params) })

/** The episodes with people of a house. */
export default async function Page({ params }: Props) {
  return <ShelfPage kind="house" slug={(await params).slug} />
}
