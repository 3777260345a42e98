/** What the command needs of the machine. Tests have their own. */
export interface Io {
  /** Returns the text of standard input. */
  stdin(): string
  /** @throws if there is no such file. */
  read(path: string): string
  /** The names in a folder, sorted; undefined if the path isn't a folder. */
  list(path: string): readonly string[] | undefined
  /** Makes the folders that the file needs. */
  write(path: string, text: string): void
  remove(path: string): void
  out(text: string): void
  error(text: string): void
}

/** A text to read, and its name in sentences. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** A reason to stop that the user can do something about. */
export class CommandError extends Error {
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode = exitCodes.usage) {
    super(message)
    this.exitCode = exitCode
  }
}

/** docs/rolecall-list.md explains them. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The name that sentences and findings have for standard input. */
const stdinName = 'stdin'

/** Reads a file; `-` is standard input. */
export function readSource(io: Io, path: string): Source {
  if (path === '-') return { path: stdinName, text: io.stdin() }
  try {
    return { path, text: io.read(path) }
  } catch (error) {
    throw new CommandError(`Can’t read ${path}. ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Reads the files of a list: each file, and each `.ini` file in each folder. Without paths, standard input. */
export function readList(io: Io, paths: readonly string[]): readonly Source[] {
  return readFiles(io, paths, '.ini')
}

/** Reads each file, and each file in each folder whose name ends so. Without paths, standard input. */
export function readFiles(io: Io, paths: readonly string[], end: string): readonly Source[] {
  const files = (paths.length === 0 ? ['-'] : paths).flatMap(path => {
    const names = path === '-' ? undefined : io.list(path)
    if (names === undefined) return [path]
    const inside = names.filter(name => name.endsWith(end)).map(name => `${path.replace(/\/+$/, '')}/${name}`)
    if (inside.length === 0) throw new CommandError(`${path} has no ${end} file.`)
    return inside
  })
  return files.map(path => readSource(io, path))
}
