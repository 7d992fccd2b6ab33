import type { ReportedLine } from './report.ts'

/** The own sting that bridges a line which this master may not carry, or null: nothing stands there. */
export function findStandIn<L extends Pick<ReportedLine, 'itemId'>>(
  lines: readonly L[],
  leftOutId: string,
): L | null {
  return lines.find(({ itemId }) => itemId === `${leftOutId}-bridge`) ?? null
}
