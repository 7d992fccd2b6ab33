/** The notes that an episode brought along from elsewhere. */
export function BroughtNotes({ html }: { html: string | null }) {
  if (html === null) return null
  return (
    <section className="grid grid-cols-1 gap-4" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: HTML of our own writing, from a tree of a few known tags (`cleanNotes`) */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  )
}
