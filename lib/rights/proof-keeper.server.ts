import { once } from '#lib/machine/once.ts'
import type { ProofKind } from './proof.ts'

/** As `keepProof`. */
export type KeepProof = (kind: Exclude<ProofKind, 'tap'>, bytes: Uint8Array | null) => Promise<string>

const held = once<KeepProof>('proofs')
/**
 * Who checks and keeps proofs. Held once for the process: it starts ffmpeg, which Node's own copy of our modules finds,
 * and the copies in the web bundle do not.
 */
export const theProofKeeper = held.get
export const holdProofKeeper = held.set
