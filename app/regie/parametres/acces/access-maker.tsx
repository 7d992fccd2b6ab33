'use client'
import { Check, Copy, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '#app/_door/use-act.ts'
import { Button } from '#app/_ui/button.tsx'
import { copyWords } from '#app/_ui/copy-words.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { makeAccessAction } from './actions.ts'

/** Makes a key for a tool, and shows it this once. */
export function AccessMaker() {
  const { send, outcome, words, error, given, round } = useAct(makeAccessAction)
  const made = outcome?.ok ? outcome.value : null
  return (
    <section className="grid grid-cols-1 gap-4">
      <h2>Faire une clé</h2>
      {made && <FreshKey key={made.secret} {...made} />}
      <form action={send} className="grid grid-cols-1 gap-4" key={round} noValidate>
        <p>
          L’outil agira en votre nom, avec vos droits. Une clé par outil : on peut alors en annuler une seule.
        </p>
        <TextField
          label="Nom de l’outil"
          hint="Par exemple : Stream Deck de la régie."
          name="name"
          defaultValue={given('name')}
          error={error('name')}
          autoComplete="off"
        />
        <FormMessage tone="error">{outcome?.ok === false ? words : null}</FormMessage>
        <SubmitButton icon={<KeyRound />}>Faire la clé</SubmitButton>
      </form>
    </section>
  )
}

/** Without script or clipboard it can be selected by hand. */
function FreshKey({ name, secret }: { name: string; secret: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => setCopied(await copyWords(secret))
  return (
    <div className="grid grid-cols-1 justify-items-start gap-3">
      <FormMessage tone="ok">
        Voici la clé de « {name} ». Copiez-la maintenant : pour votre sécurité, elle ne s’affichera plus.
      </FormMessage>
      <code className="block max-w-full select-all break-all rounded-card border-2 border-border bg-surface px-4 py-3">
        {secret}
      </code>
      <Button onClick={copy} icon={isCopied ? <Check /> : <Copy />}>
        Copier la clé
      </Button>
      <p role="status" className="text-ink-2 empty:hidden">
        {isCopied && 'C’est copié. Collez-la dans l’outil.'}
      </p>
    </div>
  )
}
