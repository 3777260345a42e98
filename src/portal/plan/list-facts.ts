import { namesProfile } from '../../config/parse/keys'
import { readLine } from '../../config/parse/read-line'
import { ssoProcess } from '../../config/parse/sso-process'
import { splitLines, withoutByteOrderMark } from '../../lib/text-lines'
import { nameKey } from './names'

/** What names in some lists mean something already. */
export interface ListFacts {
  /** The `nameKey`s of all sections, and of what profiles refer to even if it doesn’t exist. */
  readonly takenNames: ReadonlySet<string>
  /** The `nameKey`s of all `[sso-session …]`s, in the same way. */
  readonly takenSessions: ReadonlySet<string>
  /** Names of the profiles that others refer to. */
  readonly neededNames: ReadonlySet<string>
}

/**
 * Reads which names are in use in a user’s list and a team’s. A new section of such a name would change what another
 * profile is. Linear in the length of the texts.
 */
export function listFacts(texts: readonly string[]): ListFacts {
  // The AWS CLI’s settings for all profiles.
  const takenNames = new Set(['default'])
  const takenSessions = new Set<string>()
  const neededNames = new Set<string>()
  for (const text of texts) {
    for (const line of splitLines(withoutByteOrderMark(text))) {
      if (isBeside(line.text)) continue
      const read = readLine(line.text)
      if (read.kind === 'header') {
        const session = /^sso-session\s+(.*)$/i.exec(read.name)?.[1]
        if (session !== undefined) takenSessions.add(nameKey(session))
        takenNames.add(nameKey(read.name))
      } else if (read.kind === 'pair') {
        if (namesProfile(read.key)) {
          neededNames.add(read.value)
          takenNames.add(nameKey(read.value))
        } else if (read.key === 'sso_session') takenSessions.add(nameKey(read.value))
        else if (read.key === 'credential_process') {
          const process = ssoProcess(read.value)
          if (process && 'session' in process) takenSessions.add(nameKey(process.session))
        }
      }
    }
  }
  return { takenNames, takenSessions, neededNames }
}

/** Whether a line is certainly neither a header nor one of these keys. A list has thousands of such lines. */
function isBeside(line: string): boolean {
  return /^[ -~\t]*$/.test(line) && !/[[\\]|profile|session|process/i.test(line)
}
