import { ShelfPage, shelfFacts } from '#app/_public/shelf-page.tsx'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = async ({ params }: Props) => shelfFacts({ kind: 'rubric', ...(await params) })

/** The episodes of a rubric, and its own feed. */
export default async function Page({ params }: Props) {
  return <ShelfPage kind="rubric" slug={(await params).slug} />
}
