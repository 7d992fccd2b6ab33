import { exactDurationWords } from '#app/_ui/duration-words.ts'
import type { Tone } from '#app/_ui/tone.ts'
import type { Finding } from '#lib/master/findings.ts'
import type { Moment } from '#lib/master/moments.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { figure, quoted } from './master-words.ts'

/** A finding in plain French; `times` are where to listen, ms from the start. */
export type SaidFinding = { tone: Tone; words: string; times: number[] }

const say = (tone: Tone, words: string, times: number[] = []): SaidFinding => ({ tone, words, times })
const decibels = (db: number) => `${Math.max(1, Math.round(db))} dB`
const inSeconds = (ms: number) => `${Math.round(ms / 1000)} s`
const voiceOf = ({ who, title }: { who: string; title: string }) =>
  who.trim() ? `Voix de ${who.trim()} (${quoted(title)})` : `La voix de ${quoted(title)}`

const mostTimes = 3
const list = new Intl.ListFormat('fr', { type: 'conjunction' })

/** « à 12:40 et à 13:05 »; of many only the first few. */
function timesOf(moments: readonly Moment[]): string {
  const shown = moments.slice(0, mostTimes).map(({ atMs }) => `à ${formatDuration(atMs)}`)
  const more = moments.length - shown.length
  return list.format(more > 0 ? [...shown, `${more} autre${more > 1 ? 's' : ''} fois`] : shown)
}
const starts = (moments: readonly Moment[]) => moments.slice(0, mostTimes).map(({ atMs }) => atMs)

const musicHint = 'Pour finir en musique, rangez un tapis ou un générique parmi les sons de l’émission.'

/** What a finding says. */
export function sayFinding(finding: Finding): SaidFinding {
  return 'itemId' in finding ? sayOfLine(finding) : sayOfWhole(finding)
}

function sayOfWhole(finding: Exclude<Finding, { itemId: string }>): SaidFinding {
  switch (finding.kind) {
    case 'level-good':
      return say('ok', 'Bon niveau')
    case 'level-low': {
      const by = decibels(finding.byLu)
      return say('warn', `L’ensemble est trop bas de ${by} : des sons sont trop faibles pour monter plus.`)
    }
    case 'level-high':
      return say('warn', `L’ensemble est trop fort de ${decibels(finding.byLu)}.`)
    case 'slot-over': {
      const by = exactDurationWords(finding.byMs)
      return say('warn', `Trop long de ${by} pour le créneau : il faut raccourcir le conducteur.`)
    }
    case 'slot-under':
      return say(
        'info',
        `Plus court que le créneau : il reste ${exactDurationWords(finding.byMs)} à remplir.`,
      )
    case 'slot-filled': {
      const by = exactDurationWords(finding.byMs)
      return finding.filledBy === 'music'
        ? say('info', `${by} de votre musique à la fin, pour tenir la durée exacte.`)
        : say('info', `${by} de silence à la fin, pour tenir la durée exacte. ${musicHint}`)
    }
    case 'dead-air': {
      const { title, atMs, lastsMs } = finding
      const words = `Un blanc de ${inSeconds(lastsMs)} à ${formatDuration(atMs)}, dans ${quoted(title)}.`
      return say('warn', words, [atMs])
    }
    case 'peak-near': {
      const peak = figure(finding.truePeakDbtp, 'dBTP')
      return say('info', `Le point le plus fort touche sa limite (${peak}), vers ${quoted(finding.title)}.`)
    }
  }
}

function sayOfLine(finding: Extract<Finding, { itemId: string }>): SaidFinding {
  const { title, atMs } = finding
  switch (finding.kind) {
    case 'moments-loud':
      return say(
        'warn',
        `Trop fort ${timesOf(finding.moments)}, dans ${quoted(title)}.`,
        starts(finding.moments),
      )
    case 'moments-quiet':
      return say(
        'warn',
        `Trop bas ${timesOf(finding.moments)}, dans ${quoted(title)}.`,
        starts(finding.moments),
      )
    case 'voice-low': {
      const by = decibels(finding.byLu)
      return say('warn', `${voiceOf(finding)} plus basse que les autres, de ${by}.`, [atMs])
    }
    case 'voice-high': {
      const by = decibels(finding.byLu)
      return say('info', `${voiceOf(finding)} plus forte que les autres, de ${by}.`, [atMs])
    }
    case 'quiet': {
      const words = `${quoted(title)} est trop faible, même monté au maximum. Refaites la prise de plus près.`
      return say('warn', words, [atMs])
    }
    case 'noisy':
      return say('info', `${quoted(title)} est enregistré de loin : on entend peut-être du souffle.`, [atMs])
    case 'short':
      return say('info', `${quoted(title)} est trop court pour être mesuré : écoutez s’il tombe juste.`, [
        atMs,
      ])
  }
}
