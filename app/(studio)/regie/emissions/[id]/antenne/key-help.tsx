'use client'
import { CircleQuestionMark } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { DialogButton } from '#app/_ui/dialog-button.tsx'
import { keyHelp, keysAct, letKeysAct } from './air-keys.ts'

/** What each key does, and the switch that turns them off. */
export function KeyHelp() {
  const [act, setAct] = useState(true)
  useEffect(() => setAct(keysAct()), [])
  const turn = (on: boolean) => {
    letKeysAct(on)
    setAct(on)
  }
  return (
    <DialogButton
      label="Touches"
      title="Les touches du clavier"
      variant="quiet"
      icon={<CircleQuestionMark />}
    >
      <dl className="grid gap-2">
        {keyHelp.map(({ keys, does }) => (
          <div key={keys} className="flex flex-wrap gap-x-4">
            <dt className="w-24 font-bold">{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        name="touches"
        label="Les touches agissent"
        hint="Décochez si vous dictez à votre ordinateur."
        checked={act}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
    </DialogButton>
  )
}
