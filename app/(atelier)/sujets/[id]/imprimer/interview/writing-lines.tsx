/** Room to write by hand. */
export function WritingLines({ count }: { count: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: count }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike.
        <div key={line} className="h-10 border-b border-border" />
      ))}
    </div>
  )
}
