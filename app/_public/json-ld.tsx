/** Facts for search engines. A block of data, not a script: the security policy lets it be. */
export function JsonLd({ graph }: { graph: object }) {
  // "<" is all that could end the block early.
  const json = JSON.stringify(graph).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with "<" escaped; React would escape its quotes as text
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
