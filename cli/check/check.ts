import { CommandError, type ExitCode, exitCodes, type Io, readList } from '../io'
import { counted } from '../sentences'
import { checkList, type Finding } from './findings'
import { type Format, formatted } from './formats'
import { offeredText, offeredTo, type SignedIn } from './offered'

export interface CheckCommand {
  readonly paths: readonly string[]
  readonly format: Format
  /** Whether it's a user's own list. */
  readonly own: boolean
  /** Whether warnings fail too. */
  readonly strict: boolean
  readonly as: SignedIn | undefined
}

/** Checks a list as the editor does, or says what it offers. */
export function check(io: Io, { paths, format, own, strict, as }: CheckCommand): ExitCode {
  const { findings, profiles } = checkList(readList(io, paths), own)
  const failing = findings.filter(
    ({ severity }) => severity === 'error' || (strict && severity === 'warning'),
  )
  if (as === undefined) {
    io.out(formatted(findings, format))
    if (format === 'text' || format === 'github') io.error(`${summary(findings)}\n`)
  } else {
    if (format !== 'text' && format !== 'json') throw new CommandError('--as has the formats text and json.')
    const offered = offeredTo(as, profiles)
    io.out(format === 'json' ? `${JSON.stringify(offered, undefined, 2)}\n` : offeredText(offered))
    // What is wrong is a reason why a role isn't offered, too.
    io.error(formatted(findings, 'text'))
  }
  return failing.length > 0 ? exitCodes.failed : exitCodes.done
}

function summary(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter(one => one.severity === severity).length
  return `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}, ${counted(count('info'), 'notice')}.`
}
