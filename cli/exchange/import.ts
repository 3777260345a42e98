import { withoutSecrets } from '../../src/config/secrets/without-secrets'
import { lineRanges } from '../../src/lib/line-ranges'
import { CommandError, type ExitCode, exitCodes, type Io, readSource } from '../io'
import { inert, namesText } from '../sentences'
import { fromAwsSso } from './aws-sso'
import type { Imported } from './exchanged'
import type { Target } from './export'
import { registryName, registryPaths } from './granted'

export interface ImportCommand {
  readonly path: string
  readonly from: Target
  readonly out: string | undefined
}

/** Makes a list from another tool’s file. A file in the AWS CLI’s format is one already, apart from its access keys. */
export function importList(io: Io, { path, from, out }: ImportCommand): ExitCode {
  const { text, notes } = importers[from](io, path)
  const clean = withoutSecrets(text)
  if (out === undefined) io.out(clean.text)
  else io.write(out, clean.text)
  if (clean.lines.length > 0)
    io.error(`Removed access keys, tokens or passwords from lines ${lineRanges(clean.lines)}.\n`)
  for (const [why, names] of notes) if (names.length > 0) io.error(`${why}: ${namesText(names)}\n`)
  return exitCodes.done
}

const importers: Readonly<Record<Target, (io: Io, path: string) => Imported>> = {
  aws: readAws,
  'aws-vault': readAws,
  'aws-sso': readAwsSso,
  granted: readGranted,
}

function readAws(io: Io, path: string): Imported {
  return { text: readSource(io, path).text, notes: [] }
}

function readAwsSso(io: Io, path: string): Imported {
  const imported = fromAwsSso(readSource(io, path).text)
  if (!imported)
    throw new CommandError(`${path} has no SSOConfig that this command can read.`, exitCodes.failed)
  return imported
}

/** Reads the files that a registry’s `granted.yml` names, or one such file. */
function readGranted(io: Io, path: string): Imported {
  const folder = io.list(path) === undefined ? undefined : path.replace(/\/+$/, '')
  const file = folder === undefined ? path : `${folder}/${registryName}`
  const { text } = readSource(io, file)
  const isYaml = /\.ya?ml$/.test(file)
  const paths = isYaml ? registryPaths(text) : undefined
  if (paths === undefined && isYaml) {
    throw new CommandError(`${file} has no awsConfig that this command can read.`, exitCodes.failed)
  }
  const outside = paths?.find(one => /^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(one))
  if (outside !== undefined) {
    throw new CommandError(`${file} names a file outside its folder: ${inert(outside)}`, exitCodes.failed)
  }
  const from = file.slice(0, file.lastIndexOf('/') + 1)
  const texts = paths?.map(one => readSource(io, from + one.replace(/^\.\//, '')).text) ?? [text]
  const whole = texts.map(one => `${one.trimEnd()}\n`).join('\n')
  const templates = [...new Set(whole.match(/\{\{[^}\n]*\}\}/g) ?? [])]
  return { text: whole, notes: [['Replace these, which Granted asks each member for', templates]] }
}
