/** Said in the place of what is not there yet. */
export function AskedNote({ failed }: { failed: boolean }) {
  return (
    <p role="status">
      {failed ? 'Pas de réseau. Rien n’est perdu : fermez, puis réessayez plus tard.' : 'Un instant…'}
    </p>
  )
}
