import { awsLimitMessages } from '../../src/config/exchange/aws-limit-messages'
import { toAwsConfig } from '../../src/config/exchange/to-aws-config'
import type { Profile } from '../../src/config/parse/profile'
import { targetRoles } from '../../src/config/resolve/target-roles'
import { checkList } from '../check/findings'
import { CommandError, type ExitCode, exitCodes, type Io, readList } from '../io'
import { counted, namesText, sentence } from '../sentences'
import { toAwsSso } from './aws-sso'
import type { Exported } from './exchanged'
import { registryName, registryText, toGranted } from './granted'

/** The tools that lists are exported for. The AWS CLI, the SDKs and aws-vault read one file. */
export const targets = ['aws', 'aws-vault', 'aws-sso', 'granted'] as const

export type Target = (typeof targets)[number]

export interface ExportCommand {
  readonly paths: readonly string[]
  readonly to: Target
  /** A file, or for Granted a folder; undefined for standard output. */
  readonly out: string | undefined
}

/** Writes a list’s roles for another tool. */
export function exportList(io: Io, { paths, to, out }: ExportCommand): ExitCode {
  const { profiles, findings } = checkList(readList(io, paths), false)
  const { text, count, notes } = exporters[to](profiles)
  if (count === 0) throw new CommandError('The list has no role that this tool could use.', exitCodes.failed)
  if (out === undefined) io.out(text)
  else if (to === 'granted') {
    const folder = out.replace(/\/+$/, '')
    io.write(`${folder}/${registryName}`, registryText)
    io.write(`${folder}/config`, text)
  } else io.write(out, text)
  for (const [why, names] of notes) if (names.length > 0) io.error(`${why}: ${namesText(names)}\n`)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (errors > 0) io.error(`The list has ${counted(errors, 'error')}, which “check” shows.\n`)
  io.error(`Wrote ${counted(count, 'profile')}.\n`)
  return exitCodes.done
}

const exporters: Readonly<Record<Target, (profiles: readonly Profile[]) => Exported>> = {
  aws: toAws,
  'aws-vault': toAws,
  'aws-sso': toAwsSso,
  granted: toGranted,
}

function toAws(profiles: readonly Profile[]): Exported {
  const { text, count, limits } = toAwsConfig(targetRoles(profiles), profiles)
  return {
    text,
    count,
    notes: limits.map(({ kind, names }) => [sentence(awsLimitMessages[kind], '').replace(/: $/, ''), names]),
  }
}
