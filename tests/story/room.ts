import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { members } from '#lib/db/schema.ts'
import { type Collab, openCollab } from '#lib/story/collab.server.ts'
import { ORIGIN } from './typist.ts'

export type Room = { url: string; collab: Collab; close: () => Promise<void> }

/** A server of shared texts on a port of its own, that believes who says who they are. */
export async function openRoom(db: Db, port = 0): Promise<Room> {
  const collab = openCollab({
    db,
    origins: [ORIGIN],
    findActor: async (request) => {
      const [member] = await db
        .select()
        .from(members)
        .where(eq(members.id, String(request.headers['x-member'] ?? '00000000-0000-4000-8000-000000000000')))
      if (!member || member.suspendedAt) return null
      return {
        memberId: member.id,
        name: member.name,
        role: member.role,
        houseId: null,
        sessionId: member.id,
      }
    },
  })
  const web = createServer((_request, response) => response.end())
  web.on('upgrade', (request, socket, head) => collab.upgrade(request, socket, head))
  await new Promise<void>((resolve) => web.listen(port, '127.0.0.1', resolve))
  const { port: chosen } = web.address() as AddressInfo
  return {
    url: `ws://127.0.0.1:${chosen}/collab`,
    collab,
    async close() {
      await collab.close()
      web.close()
      web.closeAllConnections()
    },
  }
}
