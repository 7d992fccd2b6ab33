/**
 * The mark: a spool seen from above, whose holes are eyes, and the thread that runs out of it as a voice.
 * Silent for screen readers unless `label` is given. Below 24 px the app icon reads better.
 */
export function Mark({ size = 40, label }: { size?: number; label?: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      aria-hidden={label ? undefined : true}
      viewBox="2 2 61 58"
      height={size}
      width={(size * 61) / 58}
      className="flex-none"
      fill="none"
    >
      <path
        d="M49.6 30A23 23 0 1 0 27 50H36.5C40.5 50 41 58 44.6 58C49 58 49 41 53.4 41C57 41 57 50 61 50"
        className="stroke-brick"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="27" cy="27" r="17.4" className="fill-ink" />
      <circle cx="20.2" cy="26" r="4" className="fill-paper" />
      <circle cx="33.8" cy="26" r="4" className="fill-paper" />
    </svg>
  )
}
