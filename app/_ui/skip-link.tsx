/** The first thing the Tab key meets: straight to the page itself. The page's `<main>` carries the id. */
export function SkipLink({ to = 'contenu' }: { to?: string }) {
  return (
    <a
      href={`#${to}`}
      className="sr-only focus:not-sr-only focus:fixed! focus:left-2 focus:top-2 focus:z-50 focus:rounded-card focus:bg-ink focus:px-5! focus:py-3! focus:text-paper"
    >
      Aller au contenu
    </a>
  )
}
