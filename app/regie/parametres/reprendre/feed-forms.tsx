'use client'
import { FileUp, Search } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { Field } from '#app/_ui/field.tsx'
import { inputLook, tied } from '#app/_ui/field-words.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { lookAtAddressAction, lookAtFileAction } from './actions.ts'

/** The two ways to show a feed: where it lies, or the file of it. Looking changes nothing. */
export function FeedForms({ usual }: { usual: string }) {
  const byAddress = useAct(lookAtAddressAction)
  const byFile = useAct(lookAtFileAction)
  const error = byFile.error('file')
  const hint = 'Un fichier qui finit par .xml ou .rss, si votre hébergeur vous l’a donné.'
  return (
    <>
      <section className="grid grid-cols-1 gap-4" aria-labelledby="par-fichier">
        <h2 id="par-fichier">Par un fichier</h2>
        <form action={byFile.send} className="grid grid-cols-1 gap-4">
          <Field id="flux" label="Le fichier du flux" hint={hint} error={error}>
            <input
              {...tied('flux', { hint, error })}
              type="file"
              name="file"
              accept=".xml,.rss,application/rss+xml,text/xml,application/xml"
              className={inputLook}
            />
          </Field>
          <FormMessage tone={byFile.tone}>{byFile.words}</FormMessage>
          <SubmitButton variant="secondary" icon={<FileUp />}>
            Regarder ce fichier
          </SubmitButton>
        </form>
      </section>
      <section className="grid grid-cols-1 gap-4" aria-labelledby="par-adresse">
        <h2 id="par-adresse">Par son adresse</h2>
        <form action={byAddress.send} className="grid grid-cols-1 gap-4" key={byAddress.round}>
          <TextField
            name="address"
            label="L’adresse du flux"
            hint="Votre hébergeur l’appelle souvent «&nbsp;flux RSS&nbsp;». Rien n’est repris tant que vous n’avez pas vu ce qu’il contient."
            inputMode="url"
            autoComplete="off"
            defaultValue={byAddress.given('address', usual)}
            error={byAddress.error('address')}
          />
          <FormMessage tone={byAddress.tone}>{byAddress.words}</FormMessage>
          <SubmitButton icon={<Search />}>Regarder ce flux</SubmitButton>
        </form>
      </section>
    </>
  )
}
