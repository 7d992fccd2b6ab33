import { Clock } from '#app/_ui/clock.tsx'
import { OverUnder } from '#app/_ui/over-under.tsx'
import { Player } from '#app/_ui/player.tsx'
import { WallClock } from '#app/_ui/wall-clock.tsx'
import { minutes, seconds } from '#lib/time/duration.ts'
import { Sample } from './_sample.tsx'
import { Section } from './_section.tsx'

const peaks = Array.from(
  { length: 400 },
  (_, slice) => Math.abs(Math.sin(slice / 9) * Math.sin(slice / 37)) * 0.85 + 0.1,
)

const chapters = [
  { title: 'Chapeau et titres', startMs: 0 },
  { title: 'La Conserverie mobile', startMs: minutes(3) },
  { title: 'Agenda des trois maisons', startMs: seconds(1375) },
]

const sting = '/exemple/virgule.opus'

export function SoundGallery() {
  return (
    <Section id="sons" title="Sons et durées">
      <Sample name="Durées et horloge">
        <Clock durationMs={seconds(70)} large />
        <Clock durationMs={seconds(3905)} />
        <WallClock />
      </Sample>
      <Sample name="Trop long, trop court, juste">
        <OverUnder overMs={seconds(80)} />
        <OverUnder overMs={seconds(-40)} />
        <OverUnder overMs={seconds(1)} />
      </Sample>
      <Player src={sting} title="Un son court" durationMs={seconds(70)} />
      <Player
        src={sting}
        title="Émission du 27 novembre"
        durationMs={seconds(1455)}
        peaks={peaks}
        chapters={chapters}
      />
    </Section>
  )
}
