import { listeningApp } from './agent.ts'
import { isDataCentre } from './data-centres.ts'

/** What a request was answered with, as far as counting needs it. */
export type Answered = {
  method: string | undefined
  status: number
  /** Its `Range`, as sent. */
  range: string | undefined
  agent: string | undefined
  /** Of who asks: the socket's, or the one a trusted proxy saw. */
  address: string
  /** Bytes that went out, fewer than announced when the listener left. */
  bytes: number
}

/** Players ask for two bytes to learn whether parts can be had. */
const probe = /^\s*bytes\s*=\s*0\s*-\s*1\s*$/i

/** The app that somebody listens with; null for an answer that is no listening, whatever comes after it. */
export function listening({ method, status, range, agent, address, bytes }: Answered): string | null {
  const isSound = method === 'GET' && (status === 200 || status === 206) && bytes > 0
  if (!isSound || probe.test(range ?? '') || isDataCentre(address)) return null
  return listeningApp(agent)
}
