'use client'
import { SkipForward } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { useStudioSettings } from './studio-settings.ts'
import { openTicks } from './tick-sound.ts'

/** Three, two, one: figures and dots, nothing that moves. A screen reader does not speak into the microphone. */
export function StudioCount({ begin }: { begin: () => void }) {
  const [left, setLeft] = useState(3)
  const [{ hearsTicks }] = useStudioSettings()
  const go = useEffectEvent(begin)
  useEffect(() => {
    const ticks = hearsTicks ? openTicks() : null
    let count = 3
    ticks?.tick(false)
    const timer = setInterval(() => {
      count -= 1
      if (count === 0) return go()
      ticks?.tick(count === 1)
      setLeft(count)
    }, 1000)
    return () => {
      clearInterval(timer)
      ticks?.close()
    }
  }, [hearsTicks])
  return (
    <section aria-label="On commence dans trois secondes" className="grid justify-items-center gap-3">
      <p aria-hidden="true" className="tabular font-title text-[4rem] leading-none font-bold">
        {left}
      </p>
      <p aria-hidden="true" className="flex gap-3">
        {[3, 2, 1].map((dot) => (
          <span
            key={dot}
            className={`size-5 rounded-pill border-2 border-brick ${dot >= left ? 'bg-brick' : 'bg-surface'}`}
          />
        ))}
      </p>
      <Button icon={<SkipForward />} onClick={begin} wide>
        Commencer tout de suite
      </Button>
    </section>
  )
}
