/** The PostgreSQL major version the embedded binaries carry; a data directory of another one is refused. */
export const embeddedMajor = '18'
/** Role and database that the launcher makes; both exist after a start. */
export const embeddedUser = 'bobine'
export const embeddedDatabase = 'bobine'

/** Small-memory settings for a 1 GB machine. fsync stays at PostgreSQL's default, on: "gardé" means on disk. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '48MB',
  max_connections: '60',
  max_wal_size: '256MB',
  huge_pages: 'off',
  jit: 'off',
  // Three I/O worker processes would cost more memory than they save time at this size.
  io_method: 'sync',
  autovacuum_max_workers: '1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

export type ServerPaths = { data: string; socket: string; hba: string; ident: string }

/** The arguments of `postgres`; `extra` wins over the house's settings. */
export function serverArguments(paths: ServerPaths, extra: Readonly<Record<string, string>> = {}): string[] {
  // A list-valued path is split at commas unless it is quoted.
  const socket = `"${paths.socket.replaceAll('"', '""')}"`
  const all = {
    ...settings,
    unix_socket_directories: socket,
    hba_file: paths.hba,
    ident_file: paths.ident,
    ...extra,
  }
  return ['-D', paths.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/**
 * The arguments of `initdb`. The builtin C.UTF-8 sorts alike on every machine, so a copied data
 * directory never meets an index built with another libc.
 */
export function initArguments(data: string): string[] {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  return ['-D', data, '-U', embeddedUser, '--auth=peer', ...locale, '--no-instructions']
}

/** Who may come in: over the socket only, and only the operating system's users of that list. */
export function accessRules(systemUsers: readonly string[]): { hba: string; ident: string } {
  const lines = systemUsers.map((name) => `bobine "${name}" ${embeddedUser}`)
  return { hba: 'local all all peer map=bobine\n', ident: `${lines.join('\n')}\n` }
}

/** Linux allows 107 bytes for the path of a socket; PostgreSQL adds its own file name. */
export function socketFits(dir: string): boolean {
  return new TextEncoder().encode(`${dir}/.s.PGSQL.5432`).length <= 107
}
