import { run } from '../cli/run'

/** What the command printed and wrote. */
export interface Run {
  readonly code: number
  readonly out: string
  readonly error: string
  /** By path. */
  readonly files: ReadonlyMap<string, string>
}

/** Runs `rolecall-list` with files and a standard input that exist only for it. */
export function rolecallList(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  stdin = '',
): Run {
  const all = new Map(Object.entries(files))
  let [out, error] = ['', '']
  const code = run(args, {
    stdin: () => stdin,
    read(path) {
      const text = all.get(path)
      if (text === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`)
      return text
    },
    list(path) {
      const folder = `${path.replace(/\/+$/, '')}/`
      const names = [...all.keys()].flatMap(one => (one.startsWith(folder) ? [one.slice(folder.length)] : []))
      return names.length > 0 ? names.sort() : undefined
    },
    write: (path, text) => all.set(path, text),
    remove: path => all.delete(path),
    out: text => {
      out += text
    },
    error: text => {
      error += text
    },
  })
  return { code, out, error, files: all }
}
