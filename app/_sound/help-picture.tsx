export type Device = 'android' | 'iphone' | 'computer'

type Props = {
  device: Device
  /** 0: where the sign is; 1: what opens; 2: what to choose. */
  step: number
}

/** A device drawn in a few lines, with a ring around the place to touch. Decoration: the line beside it says it all. */
export function HelpPicture({ device, step }: Props) {
  const isWide = device === 'computer'
  const width = isWide ? 200 : 110
  // Safari has its address at the bottom of the screen.
  const barAt = device === 'iphone' ? 118 : 12
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} 150`}
      className="h-40 w-full max-w-60 text-ink"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
    >
      <rect x="3" y="3" width={width - 6} height="144" rx={isWide ? 5 : 12} className="fill-surface" />
      <rect x="10" y={barAt} width={width - 20} height="20" rx="10" className="fill-sand" />
      <Sign x={21} y={barAt + 10} />
      <path d={`M38 ${barAt + 10}H${width - 24}`} strokeWidth="4" className="stroke-border" />
      {step === 0 && <Ring x={21} y={barAt + 10} width={30} height={30} />}
      {step > 0 && <Sheet width={width} device={device} step={step} />}
    </svg>
  )
}

/** The two sliders that browsers draw beside an address. */
function Sign({ x, y }: { x: number; y: number }) {
  return (
    <g strokeWidth="2">
      <path d={`M${x - 6} ${y - 3}H${x + 6}M${x - 6} ${y + 4}H${x + 6}`} />
      <circle cx={x - 2} cy={y - 3} r="2" className="fill-surface" />
      <circle cx={x + 2} cy={y + 4} r="2" className="fill-surface" />
    </g>
  )
}

/** The list that opens: its second line is the one. */
function Sheet({ width, device, step }: { width: number; device: Device; step: number }) {
  const top = device === 'iphone' ? 26 : 42
  const right = width - 20
  const line = (at: number) => top + 16 + at * 26
  return (
    <>
      <rect x="12" y={top} width={width - 24} height="86" rx="8" className="fill-paper" />
      {[0, 2].map((at) => (
        <path key={at} d={`M24 ${line(at)}H${right - 14}`} strokeWidth="4" className="stroke-border" />
      ))}
      <Microphone x={28} y={line(1)} />
      {step === 1 ? (
        <path d={`M42 ${line(1)}H${right - 14}`} strokeWidth="4" />
      ) : (
        <>
          <rect x={right - 38} y={line(1) - 8} width="30" height="16" rx="8" className="fill-pine" />
          <circle cx={right - 16} cy={line(1)} r="5" className="fill-surface" />
        </>
      )}
      {step === 1 && <Ring x={(12 + right) / 2 + 2} y={line(1)} width={right - 16} height={24} />}
      {step === 2 && <Ring x={right - 23} y={line(1)} width={42} height={26} />}
    </>
  )
}

function Microphone({ x, y }: { x: number; y: number }) {
  return (
    <g strokeWidth="2">
      <rect x={x - 3} y={y - 9} width="6" height="11" rx="3" className="fill-ink" />
      <path d={`M${x - 6} ${y - 2}a6 6 0 0 0 12 0M${x} ${y + 4}v4`} />
    </g>
  )
}

function Ring({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return (
    <rect
      x={x - width / 2}
      y={y - height / 2}
      width={width}
      height={height}
      rx={height / 2}
      className="stroke-brick"
      strokeWidth="4"
    />
  )
}
