import type { ReactNode } from 'react'
import { type Tone, toneLook } from './tone.ts'
import { ToneSign } from './tone-sign.tsx'

/** What became of a form, above its button. Read aloud when it appears; an error at once. */
export function FormMessage({ tone, children }: { tone: Tone; children?: ReactNode }) {
  return (
    <div role={tone === 'error' ? 'alert' : 'status'}>
      {children && (
        <div
          className={`flex items-start gap-[min(0.75rem,3vw)] rounded-card border-2 px-[min(1rem,4vw)] py-3 ${toneLook[tone]}`}
        >
          <span className="mt-1">
            <ToneSign tone={tone} />
          </span>
          <div className="min-w-0 hyphens-auto text-ink [overflow-wrap:anywhere]">{children}</div>
        </div>
      )}
    </div>
  )
}
