/** The thread as a rule under a title: a line that speaks a little, then goes on. Decoration only. */
export function ThreadLine() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 240 20"
      width="240"
      height="20"
      className="mt-2 max-w-full"
      fill="none"
    >
      <path
        d="M2 12H64c5 0 5 5 9 5s5-13 10-13 5 14 10 14 5-10 10-10 5 6 10 6 4-2 8-2h114"
        className="stroke-brick"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
