import type { ServerResponse } from 'node:http'
import { attachment } from './http-disposition.ts'

/** A file that is made when it is asked for: what it is saved as, its type, and its bytes. */
export type Paper = { name: string; type: string; bytes: Uint8Array }

/** Sends a paper to be saved; nobody keeps it on the way. */
export function sendPaper(response: ServerResponse, { name, type, bytes }: Paper) {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Content-Disposition': attachment(name),
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(bytes)
}
