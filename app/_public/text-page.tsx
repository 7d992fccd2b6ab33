import type { ReactNode } from 'react'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { PublicFrame } from './public-frame.tsx'

type Props = { at: string; title: string; standfirst?: ReactNode; children: ReactNode }

/** A page that is read: a title, a sentence, text. */
export function TextPage({ at, title, standfirst, children }: Props) {
  return (
    <PublicFrame at={at}>
      <PageHeader title={title} standfirst={standfirst} />
      <div className="prose">{children}</div>
    </PublicFrame>
  )
}
