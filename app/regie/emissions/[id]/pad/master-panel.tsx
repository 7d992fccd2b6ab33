import { ArrowDown } from 'lucide-react'
import { refusalWords } from '#app/_door/words.ts'
import { Badge } from '#app/_ui/badge.tsx'
import { Card } from '#app/_ui/card.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import { ErrorNote } from '#app/_ui/error-note.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { OverUnder } from '#app/_ui/over-under.tsx'
import { AskMaster, MasterProgress } from './ask-master.tsx'
import { type Desk, isDone, isEmpty } from './desk.ts'
import { LeftOutList } from './left-out-list.tsx'
import { masterWords, staleWords } from './master-words.ts'

type Props = {
  episodeId: string
  desk: Desk
  /** Whether its button is the main one of the page: the other master cannot be made. */
  isMain: boolean
}

/** One master: how long it will be, what it lacks, its button, and what is becoming of it. */
export function MasterPanel({ episodeId, desk, isMain }: Props) {
  const { kind, plan, running, failure, ready, stale } = desk
  const words = masterWords[kind]
  return (
    <Card title={words.title} aside={isDone(desk) && <Badge tone="ok">Fabriqué</Badge>}>
      <Length desk={desk} />
      <LeftOutList episodeId={episodeId} leftOut={plan.leftOut} lines={plan.lines} />
      {failure && (
        <ErrorNote title="La fabrication n’a pas abouti." safe="Le conducteur et les sons n’ont pas bougé.">
          {refusalWords(failure, {})}
        </ErrorNote>
      )}
      {stale && !running && <FormMessage tone="warn">{staleWords[stale]}</FormMessage>}
      {running ? (
        <MasterProgress
          episodeId={episodeId}
          masterId={running.id}
          progress={running.progress}
          label={words.making}
        />
      ) : (
        !isEmpty(desk) && (
          <AskMaster
            episodeId={episodeId}
            kinds={[kind]}
            label={ready ? words.again : words.make}
            isMain={isMain}
          />
        )
      )}
      {ready && (
        <p>
          <a href={`#resultat-${kind}`} className="inline-flex min-h-12 items-center gap-2">
            <ArrowDown />
            Voir le résultat
          </a>
        </p>
      )}
    </Card>
  )
}

function Length({ desk }: { desk: Desk }) {
  const { plan, slotMs } = desk
  if (isEmpty(desk))
    return (
      <FormMessage tone="warn">Aucune ligne n’a encore de son prêt : il n’y a rien à fabriquer.</FormMessage>
    )
  const lengthMs = plan.durationMs
  const own = plan.slot?.filledBy === 'music' ? plan.lines.slice(0, -1) : plan.lines
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span>
          <strong className="text-lead">
            <Clock durationMs={lengthMs} />
          </strong>
          {slotMs !== null && (
            <>
              {' '}
              pour <Clock durationMs={slotMs} />
            </>
          )}
        </span>
        {slotMs !== null && <OverUnder overMs={lengthMs - slotMs} />}
      </p>
      <p>
        {own.length} {own.length > 1 ? 'éléments mis' : 'élément mis'} au même niveau.
        {plan.slot && plan.slot.fillMs >= 1000 && (
          <>
            {' '}
            Avec <Clock durationMs={plan.slot.fillMs} />{' '}
            {plan.slot.filledBy === 'music' ? 'de votre musique' : 'de silence'} à la fin, pour tenir la durée
            exacte.
          </>
        )}
      </p>
    </>
  )
}
