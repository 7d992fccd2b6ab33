const nothing = { get: () => '' }

/**
 * fluent-ffmpeg asks for the output of a program that could not even be started, and so throws where
 * nobody can catch: a machine out of processes would lose its server. Gives it an empty output instead.
 */
export function mendStart<Command extends object>(command: Command): Command {
  const start: unknown = Reflect.get(command, '_spawnFfmpeg')
  if (typeof start !== 'function') return command
  Reflect.set(command, '_spawnFfmpeg', (...given: unknown[]) => {
    const done = given.at(-1)
    const safely = (error: unknown, out: unknown = nothing, printed: unknown = nothing) =>
      typeof done === 'function' && done(error, out, printed)
    return start.call(command, ...given.slice(0, -1), safely)
  })
  return command
}
