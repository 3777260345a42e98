import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words } from '../../fuzz/words'
import { parseConfig } from '../../src/config/resolve/parse-config'
import { rolecallList } from '../../testing/command-line'
import { formats, formatted } from './formats'

const list = `[identity]
aws_account_id = 111122223333
target_role_name = Engineer

[shop]
source_profile = identity
aws_account_id = 333344445555
colour = red

[payments]
aws_account_id = 12
role_name = Operator
`

describe('checking a list', () => {
  it('says what the editor says, with lines, and fails if there is an error', () => {
    const { code, out, error } = rolecallList(['check', 'roles.ini'], { 'roles.ini': list })
    expect(out).toBe(
      'roles.ini:8:1: warning: Unknown key “colour”. Did you mean “color”?\n' +
        'roles.ini:11:18: error: “12” isn’t a valid AWS account, so this profile is skipped. Write the account id’s 12 digits without hyphens. aws_account_id can also be the account’s alias: 3 to 63 lowercase letters, digits and hyphens.\n',
    )
    expect(error).toBe('1 error, 1 warning, 0 notices.\n')
    expect(code).toBe(1)
  })

  it.each([
    ['a list without a message', '[a]\naws_account_id = 111122223333\nrole_name = R\n', 0, 0],
    ['a warning', '[a]\naws_account_id = 111122223333\nrole_name = R\ncolour = red\n', 0, 1],
    ['a notice', '[a]\naws_account_id = 111122223333\nrole_name = R\nsource_profile = a\n', 0, 0],
  ])('ends with %s as it should, also with --strict', (_, text, code, strict) => {
    expect(rolecallList(['check'], {}, text).code).toBe(code)
    expect(rolecallList(['check', '--strict', '-'], {}, text).code).toBe(strict)
  })

  it.each([
    ['only settings', '[rolecall]\nrefresh = 60\n', 'no profile has an account'],
    [
      'mostly errors',
      `${list}\n[c]\nrole_name = x\n[d]\nrole_name = x\n[e]\nrole_name = x\n`,
      'errors leave out',
    ],
    ['nothing', '', 'no profile has an account'],
  ])('fails for a list that Rolecall wouldn’t use as a team’s: %s', (_, text, why) => {
    const { code, out } = rolecallList(['check'], {}, text)
    expect(out).toContain(`error: Rolecall wouldn’t use this list`)
    expect(out).toContain(why)
    expect(code).toBe(1)
  })

  it('reads the files of a list together, and those of a folder', () => {
    const files = {
      'web/main.ini':
        '[rolecall]\ninclude = https://roles.example.com/b.ini\n[a]\naws_account_id = 111122223333\n',
      'web/b.ini': '[b]\nsource_profile = a\naws_account_id = 333344445555\nrole_name = R\n',
      'web/notes.txt': 'nothing',
    }
    expect(rolecallList(['check', '--strict', 'web/main.ini', 'web/b.ini'], files)).toMatchObject({
      code: 0,
      out: '',
    })
    expect(rolecallList(['check', '--strict', 'web/'], files)).toMatchObject({ code: 0, out: '' })
    expect(rolecallList(['check', 'web/b.ini'], files).out).toContain('There is no profile named “a”')
  })

  it('knows that a user’s own list has no includes', () => {
    const text = '[rolecall]\ninclude = https://roles.example.com/b.ini\n'
    const own = rolecallList(['check', '--own'], {}, text)
    expect(own.out).toContain('“include” only works in a team list')
    expect(own.code).toBe(0)
  })

  it('writes workflow commands for GitHub, in which no value can start another', () => {
    const files = { 'a,b:c%.ini': '[a]\naws_account_id = x%0A\n' }
    const { out } = rolecallList(['check', '--format', 'github', 'a,b:c%.ini'], files)
    expect(out.split('\n')[0]).toBe(
      '::error file=a%2Cb%3Ac%25.ini,line=2,endLine=2,col=18,endColumn=22,title=Rolecall::“x%250A” isn’t a valid AWS account, so this profile is skipped. Write the account id’s 12 digits without hyphens. aws_account_id can also be the account’s alias: 3 to 63 lowercase letters, digits and hyphens.',
    )
  })

  it('writes JSON with the fix, if one is known', () => {
    const { out } = rolecallList(['check', '--format', 'json'], {}, list)
    expect(JSON.parse(out)[0]).toEqual({
      path: 'stdin',
      line: 8,
      column: 1,
      endColumn: 7,
      severity: 'warning',
      kind: 'misspelledKey',
      message: 'Unknown key “colour”. Did you mean “color”?',
      fix: 'color',
    })
  })

  it('writes SARIF whose results name their rules', () => {
    const { out } = rolecallList(['check', '--format', 'sarif', 'my roles.ini'], { 'my roles.ini': list })
    const { version, runs } = JSON.parse(out)
    expect(version).toBe('2.1.0')
    const [{ tool, results }] = runs
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
    expect(results[1]).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'my%20roles.ini' },
            region: { startLine: 11, startColumn: 18, endLine: 11, endColumn: 20 },
          },
        },
      ],
    })
  })

  it('has one line for each message of the parser, whatever the list, and nothing that controls a terminal', () => {
    const text = fc
      .array(fc.constantFrom(...words, '\u001b[2J', '\u202e'), { maxLength: 40 })
      .map(pieces => pieces.join(''))
    fc.assert(
      fc.property(text, input => {
        const { out, code } = rolecallList(['check'], {}, input)
        const { diagnostics } = parseConfig(input, 'team')
        const lines = out.split('\n').slice(0, -1)
        const told = lines.filter(line => !line.includes('Rolecall wouldn’t use this list'))
        expect(told).toHaveLength(diagnostics.length)
        expect(lines.join('')).not.toMatch(/[\p{Cc}\u202e]/u)
        expect(code).toBe(lines.some(line => /^stdin:\d+:\d+: error: /.test(line)) ? 1 : 0)
        for (const format of formats) {
          const findings = JSON.parse(rolecallList(['check', '--format', 'json'], {}, input).out)
          expect(formatted(findings, format)).toBe(rolecallList(['check', '--format', format], {}, input).out)
        }
      }),
    )
  })
})

describe('what a list offers', () => {
  const portal = `[sso-session s]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1

[reader]
sso_session = s
sso_account_id = 555566667777
sso_role_name = Reader

[china]
role_arn = arn:aws-cn:iam::888899990000:role/Operator

[strict]
aws_account_id = 111122223333
role_name = Admin

[locked]
source_profile = strict
aws_account_id = 666677778888
role_name = Operator
`

  it('is what the menu offers, and says why the rest isn’t there', () => {
    const { code, out, error } = rolecallList(['check', '--as', '111122223333:Developer'], {}, list + portal)
    expect(out).toBe(`Signed in to 1111-2222-3333 as Developer, the menu offers 2 roles:
  shop: Engineer in 3333-4444-5555
  reader: Reader in 5555-6666-7777, through https://example.awsapps.com/start

It doesn’t offer 4 profiles:
  china: It’s in the partition aws-cn.
  locked: Its base account strict is for those who are signed in as Admin.
  identity: It’s a base account, not a role to switch to.
  strict: It’s a base account, not a role to switch to.
`)
    expect(error).toContain('stdin:11:18: error: “12” isn’t a valid AWS account')
    expect(code).toBe(1)
  })

  it('has the roles that the menu reaches through a portal role, and what it opens first', () => {
    const chain = ['reader', 'one', 'two'].map(
      (source, index) => `
[${['one', 'two', 'three'][index]}]
source_profile = ${source}
role_arn = arn:aws:iam::77778888999${index}:role/Operator
`,
    )
    const { out } = rolecallList(['check', '--as', '999900001111'], {}, portal + chain.join(''))
    expect(out).toContain('  one: Operator in 7777-8888-9990, through reader\n')
    expect(out).toContain('  two: Operator in 7777-8888-9991, through reader and one\n')
    expect(out).toContain('  three: It’s more than 2 switches away from the portal role reader.\n')
  })

  it('takes an account id as it’s shown, with hyphens', () => {
    const [dashed, plain] = ['1111-2222-3333', '111122223333'].map(account =>
      rolecallList(['check', '--as', `${account}:Developer`], {}, list),
    )
    expect(dashed).toEqual(plain)
  })

  it.each([
    ['222233334444', 'shop: Its base account is identity (1111-2222-3333).'],
    [
      'acme-identity',
      'shop: Its base account is identity (1111-2222-3333). Whether that’s the same account isn’t known: add aws_account_alias to identity.',
    ],
  ])('names the base account to someone in %s', (account, line) => {
    expect(rolecallList(['check', '--as', account], {}, list).out).toContain(line)
  })

  it('can be read by a program', () => {
    const { out } = rolecallList(
      ['check', '--as', '888899990000', '--partition', 'aws-cn', '--format', 'json'],
      {},
      portal,
    )
    const { signedIn, offered } = JSON.parse(out)
    expect(signedIn).toEqual({ account: '888899990000', partition: 'aws-cn' })
    expect(offered.map(({ name }: { name: string }) => name)).toEqual(['reader', 'china'])
  })

  it.each([
    [['--as', 'Nobody Here'], 'an account and a role'],
    [['--as', '111122223333', '--format', 'sarif'], 'text and json'],
    [['--format', 'xml'], '--format can’t be “xml”'],
    [['--nonsense'], 'There is no option --nonsense. See rolecall-list check --help.\n'],
    [['missing.ini'], 'Can’t read missing.ini'],
  ])('refuses %j', (args, why) => {
    const { code, out, error } = rolecallList(['check', ...args], {}, list)
    expect([code, out]).toEqual([2, ''])
    expect(error).toContain(why)
  })
})
