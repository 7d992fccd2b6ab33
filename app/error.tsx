'use client'
import { buttonLook } from '#app/_ui/button-look.ts'

/** A page failed: what is safe, then what to do. Plain, since every page brings it along and few need it. */
export default function PageError({ reset }: { reset: () => void }) {
  return (
    <main id="contenu" className="page max-w-3xl py-10">
      <section
        role="alert"
        className="grid grid-cols-1 gap-4 rounded-card border-2 border-warn bg-warn-soft p-gutter"
      >
        <h1 className="text-heading">Cette page n’est pas venue. C’est de notre côté.</h1>
        <p>Ce qui était gardé l’est toujours : textes, sons, conducteur.</p>
        <div className="flex flex-wrap gap-2">
          <button type="button" onClick={reset} className={buttonLook('primary')}>
            Réessayer
          </button>
          <a href="/" className={buttonLook('secondary')}>
            Revenir à l’accueil
          </a>
        </div>
      </section>
    </main>
  )
}
