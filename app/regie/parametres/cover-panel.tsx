/** The podcast's cover as apps show it. It is drawn from the show's name. */
export function CoverPanel({ src }: { src: string | null }) {
  return (
    <section className="grid gap-3">
      <h2>La couverture du podcast</h2>
      <p className="text-ink-2">
        Elle est dessinée avec le nom de l’émission, et redessinée quand il change.
      </p>
      {src ? (
        // biome-ignore lint/performance/noImgElement: the file is already at its address for ever, there is nothing to optimise
        <img
          src={src}
          alt="Couverture du podcast"
          width={320}
          height={320}
          className="rounded-card"
          loading="lazy"
        />
      ) : (
        <p>La couverture n’est pas encore dessinée : gardez les réglages pour la faire.</p>
      )}
    </section>
  )
}
