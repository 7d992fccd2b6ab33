'use client'
import { Eraser } from 'lucide-react'
import { type PointerEvent, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'

const WIDTH = 900
const HEIGHT = 360

/** A signature with the finger; whoever cannot draw types their name instead, and that is drawn. */
export function SignaturePad({ setFile }: { setFile: (file: Blob | null) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isSigned, setSigned] = useState(false)
  const keep = (isMade: boolean) => {
    setSigned(isMade)
    if (!isMade) return setFile(null)
    canvas.current?.toBlob((picture) => setFile(picture), 'image/png')
  }
  const clear = () => {
    if (canvas.current) blank(canvas.current)
    keep(false)
  }
  const type = (name: string) => {
    const pen = canvas.current && blank(canvas.current)
    pen?.fillText(name, 40, HEIGHT / 2, WIDTH - 80)
    keep(name.trim() !== '')
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons === 0) return
    const pen = penOf(event.currentTarget)
    const { x, y } = within(event)
    pen?.lineTo(x, y)
    pen?.stroke()
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      <p id="signer-ici">Signez dans le cadre, avec le doigt.</p>
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={isSigned ? 'Votre signature' : 'Cadre pour signer, encore vide'}
        aria-describedby="signer-ici"
        className="w-full touch-none rounded-card border-2 border-ink bg-white"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          const pen = isSigned ? penOf(event.currentTarget) : blank(event.currentTarget)
          const { x, y } = within(event)
          pen?.beginPath()
          pen?.moveTo(x, y)
        }}
        onPointerMove={draw}
        onPointerUp={() => keep(true)}
      />
      <TextField
        label="Ou tapez votre nom"
        hint="Il compte comme une signature."
        name="typed"
        autoComplete="off"
        onChange={(event) => type(event.currentTarget.value)}
      />
      <div>
        <Button icon={<Eraser />} onClick={clear}>
          Effacer la signature
        </Button>
      </div>
      <p role="status" className="font-bold">
        {isSigned && 'La signature est prête.'}
      </p>
    </div>
  )
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const pen = canvas.getContext('2d')
  if (!pen) return null
  return Object.assign(pen, {
    ...{ lineWidth: 6, lineCap: 'round', lineJoin: 'round', strokeStyle: '#000000', fillStyle: '#000000' },
    font: '72px cursive',
  })
}

/** White, so that what is kept reads on any ground. */
function blank(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const pen = penOf(canvas)
  if (!pen) return null
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  return penOf(canvas)
}

/** Where the finger is, in the picture's own pixels. */
function within({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>) {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return { x: ((clientX - left) / width) * WIDTH, y: ((clientY - top) / height) * HEIGHT }
}
