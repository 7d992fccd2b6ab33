'use client'
import { Check, Play, RotateCcw } from 'lucide-react'
import { type ReactNode, useRef, useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { keepReadingTestAction } from './actions.ts'

type Step = { at: 'before' | 'reading' } | { at: 'after'; words: string; isKept: boolean }

/** A text to read aloud between two presses. Only the time between them is sent: no sound is heard. */
export function ReadingTest({ children }: { children: ReactNode }) {
  const [step, setStep] = useState<Step>({ at: 'before' })
  const [pending, start] = useTransition()
  const startedAt = useRef(0)
  const text = useRef<HTMLElement>(null)
  const begin = () => {
    setStep({ at: 'reading' })
    startedAt.current = performance.now()
    requestAnimationFrame(() => text.current?.focus())
  }
  const end = () => {
    const spokenMs = Math.max(1, Math.round(performance.now() - startedAt.current))
    start(async () => {
      const outcome = await keepReadingTestAction(null, { spokenMs })
      const words = outcome.ok
        ? `Vous lisez environ ${outcome.value.wpm} mots à la minute. C’est gardé.`
        : outcome.words
      setStep({ at: 'after', words, isKept: outcome.ok })
    })
  }
  if (step.at === 'reading') {
    return (
      <>
        <section
          ref={text}
          tabIndex={-1}
          aria-label="Texte à lire à voix haute"
          className="grid gap-[1em] rounded-card border-2 border-border bg-surface p-gutter text-[2rem] leading-normal"
        >
          {children}
        </section>
        <Button variant="primary" wide icon={<Check />} pending={pending} onClick={end}>
          J’ai fini
        </Button>
      </>
    )
  }
  return (
    <>
      <p>
        Un texte va s’afficher. Lisez-le à voix haute, comme à la radio, puis touchez « J’ai fini ». Seul le
        temps est mesuré : personne ne vous entend.
      </p>
      <FormMessage tone={step.at === 'after' && !step.isKept ? 'warn' : 'ok'}>
        {step.at === 'after' && step.words}
      </FormMessage>
      <Button
        variant={step.at === 'after' ? 'secondary' : 'primary'}
        wide
        icon={step.at === 'after' ? <RotateCcw /> : <Play />}
        onClick={begin}
      >
        {step.at === 'after' ? 'Recommencer' : 'Je commence'}
      </Button>
    </>
  )
}
