'use client'
import { Mic } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { wordsOfUse } from '#app/_rights/consent-words.ts'
import { Card } from '#app/_ui/card.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { voiceUses } from '#lib/rights/consent.ts'
import { addMyselfAction } from './actions.ts'

/** The one who writes speaks too: one press, with a yes to what they tick. */
export function AddMyself({ storyId, isMain }: { storyId: string; isMain: boolean }) {
  const { send, words, tone } = useAct(addMyselfAction)
  return (
    <Card title="C’est vous qui parlez ?">
      <form action={send} className="grid grid-cols-1 gap-3">
        <input type="hidden" name="storyId" value={storyId} />
        <fieldset className="grid grid-cols-1">
          <legend>Cochez ce qui vous va. Vous pourrez changer d’avis.</legend>
          {voiceUses.map((use) => (
            <Checkbox
              key={use}
              name="uses[]"
              value={use}
              label={wordsOfUse[use].name}
              hint={wordsOfUse[use].hint}
            />
          ))}
        </fieldset>
        <FormMessage tone={tone}>{words}</FormMessage>
        <SubmitButton variant={isMain ? 'primary' : 'secondary'} icon={<Mic />} wide={isMain}>
          C’est moi qui parle
        </SubmitButton>
      </form>
    </Card>
  )
}
