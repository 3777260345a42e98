import { ConfigParser } from 'aesr-config'
import { parse } from 'ini'
import type { Session } from '../src/aws/session'
import { parseConfig } from '../src/config/resolve/parse-config'
import { targetRoles } from '../src/config/resolve/target-roles'
import { search } from '../src/roles/search'
import { switchable } from '../src/roles/switchable'
import { typos } from '../src/roles/typos'
import { generatedBase, generatedConfiguration } from '../testing/generators/generated-configuration'
import { median } from '../testing/median'

/** Times of the work that needs no browser, in Node, in milliseconds. All are medians. */
export interface CoreTimes {
  readonly roles: number
  /** Text to profiles and diagnostics. */
  readonly parse: number
  /** The same text with AWS Extend Switch Roles' parser. */
  readonly aesrConfig: number
  /** The same text with npm's INI parser, which checks nothing. */
  readonly ini: number
  /** Profiles to the roles of a session. */
  readonly match: number
  /** A query of two words, one with a typo, against all roles. */
  readonly search: number
}

const session: Session = {
  partition: 'aws',
  mode: { kind: 'classic' },
  signInHost: 'signin.aws.amazon.com',
  base: { id: generatedBase },
  user: 'engineer',
}

/** Times parsing, matching and searching of a generated list. */
export function measureCore(roles: number, rounds: number): CoreTimes {
  const text = generatedConfiguration(roles)
  const targets = targetRoles(parseConfig(text).profiles)
  const { roles: offered } = switchable(targets, session, { onlyMatchingRoles: false })
  const searching = search(offered, typos)
  searching.prepare()
  return {
    roles,
    parse: time(rounds, () => parseConfig(text)),
    aesrConfig: time(rounds, () => ConfigParser.parseIni(text)),
    ini: time(rounds, () => parse(text)),
    match: time(rounds, () => switchable(targets, session, { onlyMatchingRoles: false })),
    search: time(rounds, () => searching.find('search prodd')),
  }
}

function time(rounds: number, work: () => unknown): number {
  work()
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return median(times)
}
