import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Base } from './base-account'
import { readLayer } from './layer'
import { parseTogether } from './parse-together'
import { targetRoles } from './target-roles'

const names = fc.constantFrom('a', 'b', 'c', 'd')
const sessions = fc.constantFrom('s', 't')
const accounts = fc.constantFrom('111122223333', '444455556666', '777788889999')
const roleNames = fc.constantFrom('Admin', 'Reader', 'team/Operator')
const portals = fc.constantFrom('https://one.awsapps.com/start', 'https://two.awsapps.com/start')
const partitions = fc.constantFrom('aws', 'aws-cn')

const pair = (key: string, value: fc.Arbitrary<string>) => value.map(value => `${key} = ${value}`)
const arn = fc
  .tuple(partitions, accounts, roleNames)
  .map(([partition, account, role]) => `arn:${partition}:iam::${account}:role/${role}`)

/** Lines of a profile, valid and invalid. */
const line = fc.oneof(
  { weight: 4, arbitrary: pair('aws_account_id', accounts) },
  { weight: 4, arbitrary: pair('role_name', roleNames) },
  { weight: 2, arbitrary: pair('role_arn', arn) },
  { weight: 3, arbitrary: pair('source_profile', names) },
  { weight: 2, arbitrary: pair('target_role_name', roleNames) },
  { weight: 3, arbitrary: pair('include_profile', names) },
  { weight: 1, arbitrary: pair('parent_profile', names) },
  { weight: 3, arbitrary: pair('sso_account_id', accounts) },
  { weight: 3, arbitrary: pair('sso_role_name', roleNames) },
  { weight: 2, arbitrary: pair('sso_start_url', portals) },
  { weight: 2, arbitrary: pair('sso_session', sessions) },
  { weight: 1, arbitrary: pair('aws_account_alias', fc.constantFrom('mine', 'theirs')) },
  { weight: 1, arbitrary: pair('color', fc.constantFrom('ff0000', '00ff00')) },
  { weight: 1, arbitrary: pair('group', fc.constantFrom('One', 'Two')) },
  { weight: 1, arbitrary: pair('region', fc.constantFrom('eu-west-1', 'cn-north-1')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'aws_account_id = 1',
      'aws_acount_id = 111122223333',
      'account = 111122223333',
      'aws_account_id: 111122223333',
      'aws_account_id =',
      'role_name = not one',
      'role_nam = Admin',
      'role_arn = arn:aws:iam::1:role/x',
      'sso_account_id = 12',
      'sso_start_url = htps://one.awsapps.com/start',
      'source_profile = "a',
      'sso_session = ',
    ),
  },
)
const header = fc.oneof(
  { weight: 8, arbitrary: names.map(name => `[${name}]`) },
  { weight: 2, arbitrary: names.map(name => `[profile ${name}]`) },
  { weight: 1, arbitrary: names.map(name => `[${name}`) },
)
const section = fc
  .tuple(header, fc.array(line, { maxLength: 5 }))
  .map(([header, lines]) => [header, ...lines].join('\n'))
const session = fc
  .tuple(sessions, fc.constantFrom(']', ']', ']', ''), fc.option(portals, { nil: 'htps://x' }))
  .map(([name, end, url]) => `[sso-session ${name}${end}\nsso_start_url = ${url}`)
const list = fc
  .array(fc.oneof({ weight: 5, arbitrary: section }, { weight: 1, arbitrary: session }), { maxLength: 6 })
  .map(sections => `${sections.join('\n')}\n`)

interface Destination {
  readonly account: string
  readonly roleName: string
  readonly partition: string | undefined
  readonly portal: string | undefined
  readonly alias: string | undefined
  /** Where to sign in, if the list itself says so. */
  readonly base: object | undefined
}

/** Returns where each role in the texts leads. `open` has those whose base account the texts don't say. */
function destinations([personal = '', ...team]: readonly string[]) {
  const { profiles } = parseTogether(personal, team)
  const { roles, bases } = targetRoles(profiles)
  const found = new Map<string, Destination>()
  const open = new Set<string>()
  for (const { name, account, roleName, partition, portal, accountAlias: alias, base: index } of roles) {
    found.set(name, { account, roleName, partition, portal, alias, base: baseOf(index, bases) })
    const source = profiles.find(profile => profile.name === name)?.sourceProfile
    if (index === undefined && source !== undefined && source !== name) open.add(name)
  }
  return { found, open }
}

function baseOf(index: number | undefined, bases: readonly Base[]): object | undefined {
  const base = index === undefined ? undefined : bases[index]
  if (!base) return undefined
  const { name, account, roleName, partition, targetRoleName } = base
  return { name, account, roleName, partition, targetRoleName }
}

describe('a list together with lower-priority lists', () => {
  it('leads to the same places, with all its roles, whatever the others say', () => {
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 4 }), texts => {
        for (let count = 1; count < texts.length; count++) {
          const alone = destinations(texts.slice(0, count))
          const together = destinations(texts.slice(0, count + 1))
          for (const [name, expected] of alone.found) {
            const { base, ...place } = together.found.get(name) ?? {}
            const { base: expectedBase, ...expectedPlace } = expected
            expect(place, name).toEqual(expectedPlace)
            // Another list may define a base account that this one leaves open.
            if (!alone.open.has(name)) expect(base, name).toEqual(expectedBase)
          }
        }
      }),
      { numRuns: 3_000 },
    )
  }, 120_000)

  it('keeps its errors: nothing replaces a section with an error', () => {
    fc.assert(
      fc.property(list, list, (personal, team) => {
        const { sections } = readLayer(personal, 'personal', 0)
        const [alone, together] = [destinations([personal]).found, destinations([personal, team]).found]
        for (const [name, { broken, misread }] of sections) {
          if (broken) expect(together.get(name), name).toBeUndefined()
          else if (misread) expect(placeOf(together.get(name)), name).toEqual(placeOf(alone.get(name)))
        }
      }),
      { numRuns: 3_000 },
    )
  }, 120_000)
})

function placeOf(destination: Destination | undefined): object | undefined {
  if (!destination) return undefined
  const { base: _, ...place } = destination
  return place
}
