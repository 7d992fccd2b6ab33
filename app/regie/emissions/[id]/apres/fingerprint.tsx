/** The SHA-256 of a frozen copy in groups of eight, so that two can be compared by eye. */
export function Fingerprint({ sha256 }: { sha256: string }) {
  return (
    <p className="text-small">
      Empreinte{' '}
      <code className="break-words">
        {(sha256.match(/.{8}/g) ?? [sha256]).map((group) => (
          <span key={group}>{group} </span>
        ))}
      </code>
    </p>
  )
}
