import { isAccountId } from '../../aws/account-id'
import { asOneLine, type OneLine } from '../../lib/one-line'
import { checkAccountId, checkPermissionSet, checkRoleArn } from './aws-values'
import type { Diagnosis } from './diagnostic'

/** The role that an aws-sso-cli `credential_process` provides credentials for. */
export interface SsoProcess {
  /** 12 digits. */
  readonly account: OneLine
  /** The permission set's name. */
  readonly roleName: OneLine
  /** aws-sso's name for the Identity Center instance. */
  readonly session: OneLine
}

/** The default instance of aws-sso. Source: aws-sso-cli, docs/config.md, “DefaultSSO”. */
const defaultSession = 'Default'

/**
 * Returns the role that `aws-sso … process` provides credentials for, by ARN or by account and role; undefined for any other
 * command, and for an aws-sso role that is named by its profile. Source: aws-sso-cli, internal/awsconfig/config.go and
 * cmd/aws-sso/process_cmd.go.
 */
export function ssoProcess(command: string): SsoProcess | Diagnosis | undefined {
  if (!command.includes('aws-sso')) return undefined
  const [program = '', ...words] = wordsOf(command)
  if (!/(?:^|[\\/])aws-sso(?:\.exe)?$/i.test(program) || !words.includes('process')) return undefined
  const session = asOneLine(option(words, 'S', 'sso') || defaultSession)
  const arn = option(words, 'a', 'arn')
  if (arn !== undefined) {
    const role = checkRoleArn(arn)
    if (!('kind' in role)) return { account: role.account, roleName: role.roleName, session }
    // The fix would replace the whole command.
    return { severity: role.severity, kind: role.kind, values: role.values }
  }
  const [id, name] = [option(words, 'A', 'account'), option(words, 'R', 'role')]
  if (id === undefined || name === undefined) return undefined
  // aws-sso reads the id as a number.
  const account = checkAccountId(/^\d{1,12}$/.test(id) ? id.padStart(12, '0') : id)
  const roleName = checkPermissionSet(name)
  const wrong = [account, roleName].find(checked => typeof checked !== 'string')
  if (wrong) return { severity: wrong.severity, kind: wrong.kind, values: wrong.values }
  return typeof account === 'string' && typeof roleName === 'string' && isAccountId(account)
    ? { account, roleName, session }
    : undefined
}

/** Splits a command into words, keeping quoted ones whole. */
function wordsOf(command: string): readonly string[] {
  return (command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map(word => word.replace(/["']/g, ''))
}

function option(words: readonly string[], short: string, long: string): string | undefined {
  for (const [index, word] of words.entries()) {
    if (word === `-${short}` || word === `--${long}`) return words[index + 1]
    if (word.startsWith(`--${long}=`)) return word.slice(long.length + 3)
    if (word.startsWith(`-${short}`) && !word.startsWith('--')) return word.slice(2).replace(/^=/, '')
  }
  return undefined
}
