import { describe, expect, it } from 'vitest'
import messages from '../../../public/_locales/en/messages.json'
import { severities } from '../../../scripts/diagnostics-list'
import { parseConfig } from '../resolve/parse-config'
import type { DiagnosticKind } from './diagnostic'
import { diagnosticLimits } from './diagnostic-limits'

const portal = '[a]\nsso_account_id = 111122223333\nsso_role_name = Reader\n'
const role = 'aws_account_id = 111122223333\nrole_name = Admin\n'

/** The first profile, without its name and line. */
function fields(text: string): object {
  const { name: _, line: __, ...others } = parseConfig(text).profiles[0] ?? { name: '', line: 0 }
  return others
}

function names(text: string): readonly string[] {
  return parseConfig(text).profiles.map(({ name }) => name)
}

/** Each diagnostic as `severity kind line:column–endColumn values → fix`. */
function findings(text: string): readonly string[] {
  return parseConfig(text).diagnostics.map(({ severity, kind, line, column, endColumn, values, fix }) =>
    [`${severity} ${kind} ${line}:${column}–${endColumn}`, ...values, ...(fix ? [`→ ${fix.text}`] : [])].join(
      ' | ',
    ),
  )
}

const base = `[base]\naws_account_id = 111122223333\n`

const cases: readonly (readonly [text: string, finding: string])[] = [
  ['x = 1\n[a]', 'warning outsideSection 1:1–6 | x = 1'],
  ['[a]\n  hello # x', 'warning notKeyValue 2:3–12 | hello # x'],
  ['[a]\nregion: eu-west-1', 'warning notKeyValue 2:1–18 | region: eu-west-1 | → region = eu-west-1'],
  [
    `[a]\n${role}region ＝ eu‑west-1`,
    'warning lookAlikes 4:8–19 | U+FF1D ＝, U+2011 non-breaking hyphen | = eu-west-1 | → = eu-west-1',
  ],
  [' [profile a', 'error unclosedHeader 1:2–12 | [profile a | → [profile a]'],
  ['[a] b # c', 'warning textAfterHeader 1:5–6 | b'],
  ['[ ]', 'error emptyName 1:1–4'],
  [`["a\\nb"]\n${role}`, 'error notOneLineName 1:1–9 | a b | → [a b]'],
  [`[${'x'.repeat(16_385)}]\n${role}`, 'error tooLongName 1:1–16388'],
  [`[rolecall]\n${role}`, 'error reservedName 1:1–11 | rolecall | → [profile rolecall]'],
  [`[a]\n${role}[profile a]\n${role}nonsense`, 'error duplicateProfile 4:1–12 | a | 1'],
  ['[default]\n[profile default]\nregion = eu-west-1', 'warning defaultTwice 1:1–10 | 2'],
  [`[a]\n${role}color = ff0000\n[a]\ncolor = 00ff00`, 'warning sameName 1:1–4 | a | color | 5'],
  [
    `[x]\naws_account_id = 111122223333\n[y]\naws_account_id = 222233334444\n[a]\n${role}source_profile = x\n[a]\n${role}source_profile = y\n[b]\n${role}source_profile = a`,
    'warning severalOfName 16:18–19 | a | 5',
  ],
  [`[a]\n${role}colour = ff0000`, 'warning misspelledKey 4:1–7 | colour | color | → color'],
  [`[a]\n${role}regoin = x`, 'warning misspelledKey 4:1–7 | regoin | region | → region'],
  [`[a]\n${role}account = x`, 'warning misspelledKey 4:1–8 | account | aws_account_id | → aws_account_id'],
  [
    `[a]\n${role}mood = x\n[b]\n${role}MOOD = x\n[c]\n${role}mood = x`,
    'warning unknownKeys 4:1–5 | mood | 3',
  ],
  [
    `[a]\n${role}colour = x\n[b]\n${role}colour = x`,
    'warning misspelledKeys 4:1–7 | colour | color | 2 | → color',
  ],
  [`[a]\n${role}__proto__ = x`, 'warning unknownKey 4:1–10 | __proto__'],
  [`[a]\n${role}role_name = B`, 'error duplicateKey 4:1–10 | role_name | 3'],
  [`[a]\n${role}color = ; red`, 'warning emptyValue 4:1–6 | color'],
  [`[a]\n${role}group = Team #5`, 'warning cutOff 4:9–16 | #5 | group | → "Team #5"'],
  [`[a]\n${role}group = "x`, 'warning unclosedQuote 4:9–11 | group'],
  [`[a]\n${role}group = "x\\u2028y"`, 'warning notOneLine 4:9–19 | group | → x y'],
  ['[a]\nrole_name = "x\\ny"', 'error notOneLineEssential 2:13–19 | role_name | → x y'],
  [`[a]\n${role}group = ${'x'.repeat(16_385)}`, 'warning tooLong 4:9–16394 | group'],
  [`[a]\nrole_arn = ${'x'.repeat(16_385)}`, 'error tooLongEssential 2:12–16397 | role_arn'],
  ['[a]\naws_account_id = 12345', 'error invalidAccount 2:18–23 | 12345'],
  ['[a]\naws_account_id = 1111-2222-3333', 'error invalidAccount 2:18–32 | 1111-2222-3333 | → 111122223333'],
  ['[a]\naws_account_id = My-Co', 'error invalidAccount 2:18–23 | My-Co | → my-co'],
  [`[a]\n${role}aws_account_alias = My-Co`, 'warning invalidAlias 4:21–26 | My-Co | → my-co'],
  ['[a]\nrole_name = a b', 'error invalidRoleName 2:13–16 | a b'],
  [`[a]\nrole_name = ${'x'.repeat(65)}`, `error invalidRoleName 2:13–78 | ${'x'.repeat(65)}`],
  ['[a]\nrole_arn = x', 'error invalidRoleArn 2:12–13 | x'],
  [
    '[a]\nrole_arn = arn:aws:sts::111122223333:assumed-role/Admin/engineer',
    'error invalidRoleArn 2:12–65 | arn:aws:sts::111122223333:assumed-role/Admin/engineer | → arn:aws:iam::111122223333:role/Admin',
  ],
  ['[a]\nrole_arn = arn:aws-iso:iam::111122223333:role/A', 'error unknownPartition 2:12–48 | aws-iso'],
  [`[a]\n${role}color = reddish`, 'warning invalidColor 4:9–16 | reddish'],
  [`[a]\n${role}color = #12345678`, 'warning invalidColor 4:9–18 | #12345678 | → 123456'],
  [`[a]\n${role}color = f80`, 'warning invalidColor 4:9–12 | f80 | → ff8800'],
  [`[a]\n${role}region = eu-west-1a`, 'warning invalidRegion 4:10–20 | eu-west-1a | → eu-west-1'],
  [`[a]\n${role}image = http://x.org/`, 'warning invalidImage 4:9–22 | http://x.org/ | → https://x.org/'],
  [`[a]\n${role}image = data:image/svg+xml,<svg/>`, 'warning imageType 4:9–34 | image/svg+xml'],
  [`[a]\n${role}image = https://x.org/a.svg`, 'warning imageSvg 4:9–28 | https://x.org/a.svg'],
  [`[a]\n${role}image = data:image/png;base64,AAAAAAAAAAAAAAAA`, 'warning imageDamaged 4:9–47'],
  [
    `[a]\n${role}image = data:image/png;base64,${'A'.repeat(100_000)}`,
    'warning imageTooLarge 4:9–100031 | 75000 | 65536',
  ],
  [
    `[a]\n${role}image = data:image/gif;base64,R0lGODlh//8BAAAAACwAAAAAAQABAAACAkQBADs=`,
    'warning imageTooWide 4:9–71 | 65535 × 1 | 1024',
  ],
  [`[a]\n${role}image = javascript:alert(1)`, 'warning invalidImage 4:9–28 | javascript:alert(1)'],
  [`[a]\n${role}container = perhaps`, 'warning invalidYesOrNo 4:13–20 | perhaps'],
  [`[a]\n${role}confirm = perhaps`, 'warning invalidConfirm 4:11–18 | perhaps'],
  [
    `[a]\n${role}request_url = http://x.org/{role}`,
    'warning invalidRequestUrl 4:15–34 | http://x.org/{role} | → https://x.org/{role}',
  ],
  [
    `[a]\n${role}request_url = https://{role}.org/`,
    'warning invalidRequestUrl 4:15–34 | https://{role}.org/',
  ],
  [`[a]\n${role}request_url = https://x.org/{user}`, 'warning unknownPlaceholder 4:15–35 | {user}'],
  [`[a]\n${role}reader = shop`, 'warning missingReader 4:10–14 | shop'],
  [
    `[a]\n${role}reader = raeder\n[reader]\n${role}`,
    'warning misspelledReader 4:10–16 | raeder | reader | → reader',
  ],
  [
    `[a]\n${role}reader = b\n[b]\naws_account_id = 444455556666\nrole_name = Reader`,
    'warning readerElsewhere 4:10–11 | b | a',
  ],
  [`[a]\n${role}duration_seconds = 60`, 'warning invalidDuration 4:20–22 | 60'],
  [`[a]\n${role}duration_seconds = 1h`, 'warning invalidDuration 4:20–22 | 1h'],
  [`[a]\n${role}match = */s3/ * */ec2/`, 'warning invalidPattern 4:9–23 | *'],
  [`[a]\n${role}regions = eu-west-1, moon`, 'warning invalidRegion 4:11–26 | moon'],
  [
    '[a]\nrole_arn = arn:aws:iam::111122223333:role/A\naws_account_id = 444455556666',
    'error conflictingAccount 3:18–30 | 111122223333 | 444455556666',
  ],
  [
    '[a]\nrole_name = B\nrole_arn = arn:aws:iam::111122223333:role/A',
    'error conflictingRoleName 3:12–44 | A | B',
  ],
  ['[a]\nsso_account_id = my-co', 'error aliasInPortal 2:18–23 | my-co'],
  ['[a]\nsso_account_id = 111122223333', 'error portalWithoutRole 1:1–4 | a'],
  ['[a]\nsso_role_name = A', 'error portalWithoutAccount 1:1–4 | a'],
  [portal, 'warning portalWithoutAddress 1:1–4 | a'],
  [
    '[a]\nsso_account_id = 111122223333\nrole_name = A',
    'error roleNameInPortal 3:1–10 | a | → sso_role_name',
  ],
  ['[a]\nrole_name = B', 'error missingAccount 1:1–4 | a'],
  [`${base}[a]\naws_account_id = 444455556666\nsource_profile = base`, 'error noRole 3:1–4 | a | base'],
  ['[a]\naws_account_id = 444455556666', 'info onlyAccount 1:1–4 | a'],
  [`[a]\n${role}external_id = x`, 'info externalId 4:1–12 | a'],
  [`[a]\n${role}external_id = x\n[b]\n${role}external_id = y`, 'info externalIds 4:1–12 | 2 | a'],
  [
    '[a]\nsso_account_id = 111122223333\nsso_role_name = Reader\nsso_start_url = https://sso.example.com/',
    'warning ownPortalDomain 4:17–41 | sso.example.com',
  ],
  [
    '[sso-session work]\nsso_start_url = https://sso.example.com/',
    'warning ownPortalDomain 2:17–41 | sso.example.com',
  ],
  [
    '[sso-session work]\nsso_start_url = https://identitycenter.amazonaws.com/ssoins-1234567890abcdef',
    'warning issuerWithoutRegion 2:17–77 | https://identitycenter.amazonaws.com/ssoins-1234567890abcdef',
  ],
  [
    `[a]\naws_account_id = 444455556666\nrole_name = ${'p'.repeat(60)}/Role`,
    `warning longRoleName 3:13–78 | ${'p'.repeat(60)}/Role`,
  ],
  [
    `[a]\nrole_arn = arn:aws:iam::444455556666:role/${'p'.repeat(60)}/Role`,
    `warning longRoleName 2:12–108 | ${'p'.repeat(60)}/Role`,
  ],
  [`[a]\n${role}source_profile = nobody`, 'warning missingSource 4:18–24 | nobody | 1'],
  [`${base}[a]\n${role}source_profile = bsae`, 'warning misspelledSource 6:18–22 | bsae | base | 1 | → base'],
  [
    `[base]\naws_account_id = 1\n[a]\n${role}source_profile = base`,
    'warning brokenSource 6:18–22 | base | 1 | 1',
  ],
  [
    `[default]\n[a]\n${role}source_profile = default`,
    'warning sourceWithoutAccount 5:18–25 | default | 1 | 1',
  ],
  [
    `[sso]\nsso_account_id = 111122223333\n[a]\n${role}source_profile = sso`,
    'warning sourceWithoutSsoRole 6:18–21 | sso | 1 | 1',
  ],
  [`[a]\n${role}source_profile = a`, 'info selfSource 4:18–19 | a'],
  [
    `[a]\n${role}source_profile = b\n[b]\n${role}source_profile = a`,
    'warning sourceCycle 4:18–19 | a → b → a',
  ],
  [`[a]\n${role}include_profile = nobody`, 'warning missingInclude 4:19–25 | nobody'],
  [`${base}[a]\n${role}include_profile = Base`, 'warning misspelledInclude 6:19–23 | Base | base | → base'],
  [`[a]\n${role}include_profile = a`, 'warning includeCycle 4:19–20 | a → a'],
  [
    `${portal}sso_start_url = https://example.awsapps.com/`,
    'warning invalidPortal 4:17–45 | https://example.awsapps.com/',
  ],
  [`${portal}sso_session = nobody`, 'warning missingSession 4:15–21 | nobody | 1'],
  [
    `[sso-session work]\nsso_start_url = https://example.awsapps.com/start\n${portal}sso_session = wrok`,
    'warning misspelledSession 6:15–19 | wrok | work | 1 | → work',
  ],
  [
    `[sso-session work]\nsso_start_url = https://awsapps.com/\n${portal}sso_session = work`,
    'warning sessionWithoutPortal 6:15–19 | work | 1',
  ],
  ['[rolecall]\nrefresh = 60', 'warning onlyInTeam 2:11–13 | refresh'],
]

describe('diagnostics', () => {
  it.each(cases)('%j: %s', (text, finding) => {
    expect(findings(text)).toContain(finding)
  })

  it('drop the profile for an error, and ignore the line for a warning', () => {
    expect(names(`[a]\n${role}role_arn = x\n[b]\n${role}color = x\nregion = y\nimage = z`)).toEqual(['b'])
    expect(fields(`[b]\n${role}color = x`)).toEqual({ account: '111122223333', roleName: 'Admin' })
  })

  it('keep the first of two keys, and of two profiles', () => {
    expect(fields(`[a]\n${role}role_name = B\n[a]\n${role}`)).toMatchObject({ roleName: 'Admin' })
  })

  it('report a faulty source_profile once, with the number of profiles', () => {
    expect(findings(`[a]\n${role}source_profile = x\n[b]\n${role}source_profile = x`)).toEqual([
      'warning missingSource 4:18–19 | x | 2',
    ])
  })

  it('report a faulty sso_session once, with the number of profiles', () => {
    const second = portal.replace('[a]', '[b]')
    expect(findings(`${portal}sso_session = x\n${second}sso_session = x`)).toEqual([
      'warning missingSession 4:15–16 | x | 2',
    ])
  })

  it('cut long values', () => {
    const [long] = parseConfig(`[a]\n${'x'.repeat(1000)} = 1`).diagnostics
    expect(long?.values[0]).toHaveLength(80)
    expect(long?.endColumn).toBe(1001)
  })

  it('count columns after a byte order mark, and keep fixes readable', () => {
    expect(findings('\uFEFF[a')[0]).toContain('1:2–4')
    expect(findings(`[x;y]\n[a]\n${role}source_profile = "x;z"`)).toContain(
      'warning misspelledSource 5:18–23 | x;z | x;y | 1 | → "x;y"',
    )
  })

  it('have the severities in docs/configuration.md', () => {
    for (const { kind, severity } of cases.flatMap(([text]) => parseConfig(text).diagnostics)) {
      expect([kind, severity]).toEqual([kind, severities[kind]])
    }
  })

  it('have a message each, which uses all of the values', () => {
    const found = new Map(
      cases
        .flatMap(([text]) => parseConfig(text).diagnostics)
        .map(({ kind, values }) => [kind, values.length]),
    )
    for (const kind of ['accessKeys', 'invalidInclude', 'invalidRefresh'] as const) found.set(kind, 1)
    // Diagnostics of several texts, and of a team's.
    found.set('tooManyProfiles', 1)
    found.set('brokenElsewhere', 1)
    found.set('brokenSourceElsewhere', 2)
    found.set('sourceWithoutAccountElsewhere', 2)
    // Values in the message in addition to the diagnostic's own.
    for (const [kind, values] of Object.entries(diagnosticLimits)) {
      found.set(kind as DiagnosticKind, (found.get(kind as DiagnosticKind) ?? 0) + values.length)
    }
    const sentences = Object.entries(messages).flatMap(([key, { message }]) => {
      const [, kind] = /^diagnostic_(.+)/.exec(key) ?? []
      return kind === undefined ? [] : [[kind, new Set(message.match(/\$\w+\$/g)).size]]
    })
    expect(Object.fromEntries(sentences)).toEqual(Object.fromEntries(found))
  })
})
