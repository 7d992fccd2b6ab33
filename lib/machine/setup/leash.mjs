// Loaded before the script by launch.mjs. File descriptor 3 closes when the launcher is gone, however it
// died; without this a killed `npm start` would leave a server behind that holds the port and the database.
import { Socket } from 'node:net'
import { isMainThread } from 'node:worker_threads'

// Threads and forked children load this again, and their descriptor 3 is something else.
if (isMainThread && process.env.BOBINE_LAUNCHER === String(process.ppid)) {
  const leash = new Socket({ fd: 3, readable: true, writable: false })
  leash.on('close', () => process.kill(process.pid, 'SIGTERM'))
  leash.on('error', () => leash.destroy())
  leash.resume()
  leash.unref()
}
