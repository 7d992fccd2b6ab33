import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Hocuspocus } from '@hocuspocus/server'
import { type WebSocket, WebSocketServer } from 'ws'
import { log } from '#lib/machine/log.server.ts'
import type { Actor } from '#lib/people/can.ts'

/** One open page: who it is, and what it has sent that is not worked off yet (bytes). */
export type Guest = { actor: Actor; request: IncomingMessage; socket: WebSocket; inflightBytes: number }

export type CollabLimits = { perMember: number; inAll: number; messageBytes: number; inflightBytes: number }
const limits: CollabLimits = {
  perMember: 20,
  inAll: 200,
  messageBytes: 2_000_000,
  inflightBytes: 8_000_000,
}

/** Codes of the socket's close: the page connects again by itself, and learns there what has changed. */
export const closeCodes = { again: 4205, signedOut: 4401, goingAway: 1001, notText: 1003 }

/**
 * The door before the shared texts: refuses a foreign page (403), a visitor (401) and a crowd (429, 503)
 * before a socket exists, as an error inside the socket server would end the process.
 */
export function openDoor(given: {
  hocuspocus: () => Hocuspocus<{ guest: Guest }>
  findActor: (request: IncomingMessage) => Promise<Actor | null>
  origins: readonly string[]
}) {
  const guests = new Set<Guest>()
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    clientTracking: false,
  })

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    if (!request.headers.origin || !given.origins.includes(request.headers.origin)) return refuse(socket, 403)
    const actor = await given.findActor(request)
    if (!actor) return refuse(socket, 401)
    if (guests.size >= limits.inAll) return refuse(socket, 503)
    const own = [...guests].filter((guest) => guest.actor.memberId === actor.memberId)
    if (own.length >= limits.perMember) return refuse(socket, 429)
    sockets.handleUpgrade(request, socket, head, (opened) => welcome({ actor, request, socket: opened }))
  }

  function welcome(opened: Omit<Guest, 'inflightBytes'>) {
    const guest: Guest = { ...opened, inflightBytes: 0 }
    guests.add(guest)
    // The texts need nothing of the request: neither cookies nor addresses go further.
    const page = given
      .hocuspocus()
      .handleConnection(guest.socket, new Request('http://localhost/collab'), { guest })
    guest.socket.on('message', (message, isBinary) => {
      if (isBinary && Buffer.isBuffer(message)) receive(guest, page, message)
      else guest.socket.close(closeCodes.notText)
    })
    guest.socket.on('error', (error) => log.warn('collab.socket', {}, error))
    guest.socket.on('close', (code) => {
      guests.delete(guest)
      page.handleClose({ code, reason: '' })
    })
  }

  /** A page that sends faster than the disk takes is not read from for a while. */
  function receive(guest: Guest, page: ReturnType<Hocuspocus['handleConnection']>, message: Buffer) {
    guest.inflightBytes += message.length
    if (guest.inflightBytes > limits.inflightBytes) guest.socket.pause()
    page.handleMessage(new Uint8Array(message))
  }

  return {
    guests,
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
      socket.on('error', (error) => log.warn('collab.socket', {}, error))
      upgrade(request, socket, head).catch((error: unknown) => {
        log.error('collab.upgrade', error)
        refuse(socket, 503)
      })
    },
    /** Tells that a message was worked off. */
    worked(guest: Guest, bytes: number) {
      guest.inflightBytes = Math.max(0, guest.inflightBytes - bytes)
      if (guest.socket.isPaused && guest.inflightBytes < limits.inflightBytes / 2) guest.socket.resume()
    },
  }
}

const reasons = {
  401: 'Unauthorized',
  403: 'Forbidden',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
}

function refuse(socket: Duplex, status: keyof typeof reasons) {
  if (socket.writable)
    socket.write(`HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  socket.destroy()
}
