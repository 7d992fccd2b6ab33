'use client'
import { ImageUp, Palette } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { Field } from '#app/_ui/field.tsx'
import { inputLook, tied } from '#app/_ui/field-words.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { bringCoverAction, drawCoverAction } from './actions.ts'

const hint = 'Une image carrée, JPEG ou PNG, d’au moins 1 400 pixels de côté.'

/** The podcast's cover as apps show it: drawn from the show's name, or a picture of one's own. */
export function CoverPanel({ src, isDrawn }: { src: string | null; isDrawn: boolean }) {
  const bringing = useAct(bringCoverAction)
  const drawing = useAct(drawCoverAction)
  const error = bringing.error('picture')
  return (
    <section className="grid grid-cols-1 gap-4">
      <h2>La couverture du podcast</h2>
      {src && (
        // biome-ignore lint/performance/noImgElement: the file is at its address for ever, there is nothing to optimise
        <img
          src={src}
          alt="Couverture du podcast"
          width={320}
          height={320}
          className="rounded-card"
          loading="lazy"
        />
      )}
      <form action={bringing.send} className="grid grid-cols-1 gap-4" key={bringing.round}>
        <Field id="couverture" label="Prendre votre propre image" hint={hint} error={error}>
          <input
            {...tied('couverture', { hint, error })}
            type="file"
            name="picture"
            accept="image/jpeg,image/png"
            className={inputLook}
          />
        </Field>
        <FormMessage tone={bringing.tone}>{bringing.words}</FormMessage>
        <SubmitButton variant="secondary" icon={<ImageUp />}>
          Mettre cette image
        </SubmitButton>
      </form>
      {!isDrawn && (
        <form action={drawing.send} className="grid grid-cols-1 gap-4">
          <FormMessage tone={drawing.tone}>{drawing.words}</FormMessage>
          <SubmitButton variant="secondary" icon={<Palette />}>
            Revenir à la couverture dessinée
          </SubmitButton>
        </form>
      )}
    </section>
  )
}
