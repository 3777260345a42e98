import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words } from '../../../fuzz/words'
import { compareProfiles } from '../../config/compare/compare-profiles'
import { hostileText } from '../../config/fixtures/hostile-text'
import { parseConfig } from '../../config/resolve/parse-config'
import { parseTogether } from '../../config/resolve/parse-together'
import { withoutSecrets } from '../../config/secrets/without-secrets'
import type { FoundAccount, FoundPortal } from '../found'
import { groupOf, groupRules } from './group-rule'
import { namesOf } from './names'
import { reviewFound } from './review-found'
import { type GoneChoice, writeFound } from './write-found'

const url = 'https://example.awsapps.com/start'
const id = fc.constantFrom('111122223333', '333344445555', '444455556666', '555566667777')
const accountName = fc.oneof(
  hostileText,
  fc.constantFrom(
    'Shop production',
    'shop-production',
    'サーバー 本番',
    'ﾃｽﾄ',
    '',
    'default',
    'a',
    'aws_secret',
  ),
)
const roleName = fc.oneof(
  fc.stringMatching(/^[\w+=,.@-]{1,32}$/),
  fc.constantFrom('Operator', 'Reader', 'AWSReservedSSO_Reader_0123456789abcdef', 'operator'),
)
const account: fc.Arbitrary<FoundAccount> = fc.record({
  id,
  name: accountName,
  roles: fc.uniqueArray(roleName, { maxLength: 3 }),
})
const portal: fc.Arbitrary<FoundPortal> = fc.record({
  url: fc.constantFrom(
    url,
    'https://start.us-gov-home.awsapps.com/directory/example',
    'https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws',
  ),
  accounts: fc.uniqueArray(account, { maxLength: 4, selector: one => one.id }),
  applications: fc.constant(0),
  foundAt: fc.constant(0),
  isComplete: fc.boolean(),
})

const own = `[sso-session example]
sso_start_url = ${url}
sso_region = eu-west-1

# The shop
[profile shop-production-operator]
sso_session    = example
sso_account_id = 111122223333
sso_role_name  = Operator
color          = #ff0000 ; mine

# Gone
[profile old]
sso_session = example
sso_account_id = 999900001111
sso_role_name = Reader
# The end of old

[profile base]
sso_session = example
sso_account_id = 999900001111
sso_role_name = Base

[profile target]
role_arn = arn:aws:iam::333344445555:role/Operator
source_profile = base
`
const text = fc.oneof(
  fc.constantFrom('', own, own.replaceAll('profile ', ''), own.replaceAll('\n\n', '\n'), own.trimEnd()),
  fc
    .array(fc.constantFrom(...words, ...own.split('\n').map(line => `${line}\n`)), { maxLength: 60 })
    .map(pieces => pieces.join('')),
)
const ends = fc.constantFrom('\n', '\r\n', '\r')
const template = fc.oneof(
  fc.constantFrom('{account}-{role}', '{account}/{role}', '{role}', '', '{id} {role}', '{nothing}'),
  hostileText,
)
const choices = fc.record({
  style: fc.record({ template, isLowerCase: fc.boolean() }),
  rule: fc.constantFrom(...groupRules),
  goneChoice: fc.constantFrom<GoneChoice>('keep', 'comment', 'remove'),
})
type Choices = typeof choices extends fc.Arbitrary<infer Value> ? Value : never

function imported(
  text: string,
  found: FoundPortal,
  { style, rule, goneChoice }: Choices,
  team: readonly string[] = [],
) {
  const { fresh, removable, facts, region, ssoRegion } = reviewFound(found, text, team)
  const names = namesOf(fresh, found.accounts, style, facts.takenNames)
  const roles = fresh.map((role, index) => ({
    name: names[index] ?? names[0] ?? ('' as never),
    account: role.account.id,
    roleName: role.roleName,
    group: groupOf(role, rule),
    color: '#d13212',
  }))
  const gone = removable.map(({ name }) => name)
  const { takenSessions } = facts
  return {
    roles,
    gone: goneChoice === 'keep' ? [] : gone,
    text: writeFound(text, { url: found.url, ssoRegion, region, roles, gone, goneChoice, takenSessions }),
  }
}

describe('what is written into a list', () => {
  it('reads back without a diagnostic, whatever the names', () => {
    fc.assert(
      fc.property(portal, choices, fc.constantFrom('', own), (found, chosen, text) => {
        const { roles, text: written } = imported(text, found, chosen)
        const { profiles, diagnostics } = parseConfig(written)
        expect(diagnostics).toEqual([])
        expect(withoutSecrets(written).lines).toEqual([])
        const byName = new Map<string, (typeof profiles)[number]>(profiles.map(one => [one.name, one]))
        for (const { name, account, roleName } of roles)
          expect(byName.get(name)?.portal).toMatchObject({ account, roleName })
      }),
      { numRuns: 1000 },
    )
  })

  it('changes no profile that was there', () => {
    fc.assert(
      fc.property(portal, choices, text, ends, fc.boolean(), (found, chosen, plain, end, hasBom) => {
        const text = (hasBom ? '\ufeff' : '') + plain.replaceAll('\n', end)
        const { roles, gone, text: written } = imported(text, found, chosen)
        const { added, changed, removed } = compareProfiles(
          parseConfig(text).profiles,
          parseConfig(written).profiles,
        )
        expect(changed).toEqual([])
        expect([...removed].sort()).toEqual([...gone].sort())
        expect([...added].sort()).toEqual(roles.map(({ name }) => name as string).sort())
      }),
      { numRuns: 1000 },
    )
  })

  it('changes no profile of the team’s', () => {
    fc.assert(
      fc.property(portal, choices, text, text, (found, chosen, text, team) => {
        const { gone, text: written } = imported(text, found, chosen, [team])
        const { changed, removed } = compareProfiles(
          parseTogether(text, [team]).profiles,
          parseTogether(written, [team]).profiles,
        )
        expect([...changed, ...removed].filter(name => !gone.includes(name))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('changes nothing the second time, byte for byte', () => {
    fc.assert(
      fc.property(portal, choices, text, (found, chosen, text) => {
        const once = imported(text, found, chosen).text
        expect(imported(once, found, chosen).text).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps every line, line end and byte order mark of the text', () => {
    fc.assert(
      fc.property(portal, choices, text, ends, fc.boolean(), (found, chosen, plain, end, hasBom) => {
        const text = (hasBom ? '\ufeff' : '') + plain.replaceAll('\n', end)
        const written = imported(text, found, { ...chosen, goneChoice: 'keep' }).text
        let at = 0
        for (const line of text.match(/[^\r\n]+(?:\r\n?|\n)?/g) ?? []) {
          const next = written.indexOf(line, at)
          expect(next).toBeGreaterThanOrEqual(at)
          at = next + line.length
        }
      }),
      { numRuns: 500 },
    )
  })
})
