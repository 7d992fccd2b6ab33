import { notFound } from 'next/navigation'
import { sqlState } from '#lib/db/db.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'

/**
 * What a page reads by an id of its address; the page that is not there when there is none. A layout's own
 * check is not enough: a page is also asked for alone, by whoever had it open when it was removed.
 */
export async function found<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    // 22P02: what stands in the address is no id at all.
    if ((isRefusal(error) && error.reason === 'not-found') || sqlState(error) === '22P02') notFound()
    throw error
  }
}
