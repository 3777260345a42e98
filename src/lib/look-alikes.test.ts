import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLinear } from '../../bench/is-linear'
import { inTime } from '../../fuzz/in-time'
import { words } from '../../fuzz/words'
import { keys } from '../config/parse/keys'
import { meantLine, valueKinds } from '../config/parse/meant'
import { readLine } from '../config/parse/read-line'
import { parseConfig } from '../config/resolve/parse-config'
import { withoutSecrets } from '../config/secrets/without-secrets'
import { showUnseen } from './look-alikes'

const role = 'aws_account_id = 111122223333\nrole_name = Admin\n'
const unseen = [
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f', '\u061c', '\u202a'],
  ...['\u202e', '\u202c', '\u2066', '\u2069', '\u180e', '\u034f', '\u3164', '\ufe0f', '\u{e0041}', '\u2800'],
]
const wide = (text: string) =>
  text.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

function fixed(text: string): string {
  const lines = text.split('\n')
  for (const { kind, line, column, endColumn, fix } of parseConfig(text).diagnostics) {
    const written = lines[line - 1] ?? ''
    if (kind === 'lookAlikes')
      lines[line - 1] = written.slice(0, column - 1) + fix?.text + written.slice(endColumn - 1)
  }
  return lines.join('\n')
}

function kinds(text: string): readonly string[] {
  return parseConfig(text).diagnostics.map(({ kind }) => kind)
}

describe('an invisible character', () => {
  const places: readonly (readonly [place: string, text: (sign: string) => string])[] = [
    ['before a header', sign => `${sign}[b]\n${role}`],
    ['in the space before a header', sign => ` ${sign} [b]\n${role}`],
    ['after the opening bracket', sign => `[${sign}b]\n${role}`],
    ['after the word profile', sign => `[profile${sign} b]\n${role}`],
    ['before the closing bracket', sign => `[profile b${sign}]\n${role}`],
    ['after a header', sign => `[b]${sign}\n${role}`],
    ['before a comment after a header', sign => `[b] ${sign}# note\n${role}`],
    ['before a key', sign => `[b]\n${sign}${role}`],
    ['in a key', sign => `[b]\n${role.replace('role_', `role_${sign}`)}`],
    ['before =', sign => `[b]\n${role.replace(' =', `${sign} =`)}`],
    ['after =', sign => `[b]\n${role.replace('= ', `= ${sign}`)}`],
    ['in an account', sign => `[b]\n${role.replace('2222', `22${sign}22`)}`],
    ['after a value', sign => `[b]\n${role.replace('Admin', `Admin${sign}`)}`],
    ['in quotes', sign => `[b]\n${role.replace('Admin', `"${sign}Admin"`)}`],
    ['in an ARN', sign => `[b]\nrole_arn = arn:aws:iam::${sign}111122223333:${sign}role/Admin`],
    ['in a comment line', sign => `${sign}# note\n[b]\n${role}`],
    ['on a line of its own', sign => `[b]\n${sign}\n${role}`],
  ]
  const cases = places.flatMap(([place, text]) => unseen.map(sign => [place, sign, text(sign)] as const))

  it.each(cases)('%s, as %j: is ignored, and reported with a fix', (_, sign, text) => {
    const above = `[a]\nregion = eu-west-1\n${text}`
    const { profiles, diagnostics } = parseConfig(above)
    expect(profiles).toMatchObject([
      { name: 'a', region: 'eu-west-1' },
      { name: 'b', account: '111122223333', roleName: 'Admin' },
    ])
    expect(profiles[0]).not.toHaveProperty('account')
    const code = sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    expect(diagnostics).toMatchObject([{ kind: 'lookAlikes', severity: 'warning' }])
    expect(diagnostics[0]?.values[0]).toContain(`U+${code}`)
    expect(diagnostics[0]?.fix?.text).not.toContain(sign)
    expect(fixed(above)).not.toContain(sign)
    expect(parseConfig(fixed(above))).toEqual({ ...parseConfig(above), diagnostics: [] })
  })

  it.each([
    ['an emoji of several', '👩\u200d💻 👨\u200d👩\u200d👧 🏳\ufe0f\u200d🌈 👍🏽 1\ufe0f\u20e3'],
    ['a flag of a part of a country', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['Persian', 'می\u200cخواهم'],
    ['Hindi', 'क्\u200dष'],
    ['Thai', 'ภาษา\u200bไทย'],
    ['Hebrew with marks of direction', '\u200fשלום abc\u200f'],
    ['Japanese', '本番　環境＃１（東京）＝「メイン」；ー'],
    ['a variant of a character', '葛\u{e0100}城'],
    ['quotes and dashes', 'It’s “ours” – really…'],
    ['accents', 'Équipe Été'],
  ])('in names and free text stays if it’s intended: %s', (_, text) => {
    const written = `[${text}]\n${role}group = ${text}\ndescription = ${text}\n[b]\n${role}source_profile = ${text}\n`
    const { profiles, diagnostics } = parseConfig(written)
    expect(diagnostics).toEqual([])
    expect(profiles).toMatchObject([{ name: text, group: text, description: text }, { sourceProfile: text }])
  })

  it.each([
    ['between letters', 'pro\u00adduction', 'production'],
    ['at an end', 'production\u200b', 'production'],
    ['after an emoji', '🚀\u200d production', '🚀 production'],
    ['a mark of direction with nothing to turn', 'produ\u202ection', 'production'],
  ])('in free text is removed if it has no effect: %s', (_, written, group) => {
    const text = `[a]\n${role}group = ${written}`
    expect(parseConfig(text).profiles).toMatchObject([{ group }])
    expect(kinds(text)).toEqual(['lookAlikes'])
  })

  it('is visible in messages about a value', () => {
    const [diagnostic] = parseConfig(
      '[a]\naws_account_id = 111122223333\nrole_name = "Adm\\u200bin"',
    ).diagnostics
    expect(diagnostic).toMatchObject({ kind: 'invalidRoleName', values: ['Adm‹U+200B›in'] })
    expect(showUnseen('a\u00adb 👩\u200d💻')).toBe('a‹U+00AD›b 👩\u200d💻')
  })
})

describe('a look-alike', () => {
  it.each([
    ['full-width brackets', `［b］\n${role}`],
    ['one of them', `[b］\n${role}`],
    ['a full-width header', `${wide('[profile')}　b］\n${role}`],
    ['a no-break space in a header', `[profile\u00a0b]\n${role}`],
    ['brackets of a Japanese keyboard', `「b」\n${role}`],
    ['quotes of a word processor in a header', `[profile “b”]\n${role}`],
    ['a full-width comment', `＃ note\n[b] ； note\n${role}`],
    ['a full-width =', `[b]\n${role.replaceAll(' = ', '＝')}`],
    ['a = in the value after it', '[b]\naws_account_id＝111122223333 # a = b\nrole_name = Admin'],
    ['full-width keys and values', `[b]\n${wide(role)}`],
    [
      'a Cyrillic letter in a key and a value',
      `[b]\n${role.replace('role', 'rоle').replace('Admin', 'Аdmin')}`,
    ],
    ['quotes of a word processor', `[b]\n${role.replace('Admin', '“Admin”')}`],
    ['single ones', `[b]\n${role.replace('Admin', '‘Admin’')}`],
    ['a quoted key', `[b]\n${role.replace('role_name', '“role_name”')}`],
    ['full-width digits', `[b]\n${role.replace('111122223333', '１１１１２２２２３３３３')}`],
    ['Arabic digits', `[b]\n${role.replace('111122223333', '١١١١٢٢٢٢٣٣٣٣')}`],
    ['an ARN', `[b]\nrole_arn ＝ ${wide('arn:aws:iam::111122223333:role/Admin')}`],
    ['a comment after a value', `[b]\n${role.replace('Admin', 'Admin ； 管理者＝')}`],
  ])('is read as it was meant, and reported with a fix: %s', (_, text) => {
    const above = `[a]\nregion = eu-west-1\n${text}`
    const { profiles } = parseConfig(above)
    expect(profiles).toMatchObject([{ name: 'a' }, { name: 'b', account: '111122223333', roleName: 'Admin' }])
    expect(profiles[0]).not.toHaveProperty('account')
    expect(new Set(kinds(above))).toEqual(new Set(['lookAlikes']))
    expect(parseConfig(fixed(above))).toEqual({ ...parseConfig(above), diagnostics: [] })
  })

  it.each([
    ['region = eu‑west‑1', { region: 'eu-west-1' }],
    ['region = eu–west–1', { region: 'eu-west-1' }],
    ['regions = eu-west-1、us-east-1', { regions: ['eu-west-1', 'us-east-1'] }],
    ['color = ＃ｆｆ８８００', { color: 'ff8800' }],
    ['color = “#ff8800” ；橙', { color: 'ff8800' }],
    ['confirm = ｔｒｕｅ', { confirm: true }],
    ['duration_seconds = ３６００', { duration: 3600 }],
    ['image = “https：／／example.com/a.png”', { image: 'https://example.com/a.png' }],
    ['group = “Team #5”', { group: 'Team #5' }],
    ['aws_account_alias = my‐co', { accountAlias: 'my-co' }],
    ['source_profile = “base”', { sourceProfile: 'base' }],
  ])('%s', (line, fields) => {
    const text = `[a]\n${role}${line}\n[b]\n${role}source_profile = base\n[base]\naws_account_id = 222233334444`
    expect(parseConfig(text).profiles[0]).toMatchObject(fields)
    expect(kinds(text)).toEqual(['lookAlikes'])
  })

  it('leads to an error with a fix if the intended text isn’t valid either', () => {
    const { diagnostics } = parseConfig('[a]\naws_account_id = 1111‑2222‑3333')
    expect(diagnostics).toMatchObject([
      { kind: 'lookAlikes', values: ['U+2011 non-breaking hyphen', '1111-2222-3333'] },
      { kind: 'invalidAccount', values: ['1111-2222-3333'], fix: { text: '111122223333' } },
    ])
  })

  it('is reported in a session’s settings, and in a team’s', () => {
    const session = '[sso‑session work]\nsso_start_url ＝ https://example.awsapps.com/start'
    expect(kinds(session)).toEqual(['lookAlikes', 'lookAlikes'])
    const team = parseConfig('[rolecall]\nrefresh ＝ ６０', 'team')
    expect(team.settings.refresh).toBe(60)
    expect(team.diagnostics).toMatchObject([{ kind: 'lookAlikes' }])
  })

  it('isn’t reported in words of other scripts, of other tools, and in comments', () => {
    const text = `[本番]\n${role}# ［注］＝ “x”\noutput = “json”\ns3 =\n  “x”＝１\n`
    expect(parseConfig(text).diagnostics).toEqual([])
  })

  it('hides no secret', () => {
    for (const line of ['aws_secret_access_key ＝ x', '“password” = x', 'раssword = x', '‘db_password’ ： x'])
      expect(withoutSecrets(`[a]\n${line}`).lines).toEqual([2])
  })
})

describe('meantLine', () => {
  const piece = fc.constantFrom(...words.filter(word => !/[\r\n]/.test(word)))
  const line = fc.oneof(
    fc.array(piece, { maxLength: 20 }).map(pieces => pieces.join('')),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }).map(text => text.replace(/[\r\n]/g, '')),
  )

  it('knows what each key’s value may contain', () => {
    for (const key of keys.keys()) expect(Object.keys(valueKinds)).toContain(key)
  })

  it('finds nothing in its own results, and keeps positions in the line', () => {
    fc.assert(
      fc.property(line, written => {
        const meant = meantLine(written)
        if (!meant) return
        expect(meantLine(meant.text)?.text ?? meant.text).toBe(meant.text)
        for (let index = 1; index <= meant.text.length; index++) {
          expect(meant.at(index)).toBeGreaterThanOrEqual(meant.at(index - 1))
          expect(meant.at(index)).toBeLessThanOrEqual(written.length)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it.each(['[”\u3000”', '[“\u00a0“', '[“\u00a0a\u2009”]', 'source_profile = “\u3000a”'])(
    'reads spaces within any quotes the same way: %j',
    written => {
      const meant = meantLine(written)?.text ?? ''
      expect(meant).not.toMatch(/[\u00a0\u2009\u3000]/)
      expect(meantLine(meant)).toBeUndefined()
    },
  )

  it('gives the editor the parts of the line as written', () => {
    const text = '\u200bcolor\u00ad ＝ “#ff8800” ；x'
    const read = readLine(text)
    if (read.kind !== 'pair') throw new Error(read.kind)
    const { keyRange, valueRange, equals, comment } = read
    expect(text.slice(keyRange.from, keyRange.to)).toBe('color')
    expect(text.slice(valueRange.from, valueRange.to)).toBe('“#ff8800”')
    expect([text[equals], text.slice(comment), read.value]).toEqual(['＝', '；x', '#ff8800'])
  })

  it.each([
    ['unseen', '\u200b'],
    ['joined', '👩\u200d'],
    ['wide', '＝'],
    ['quoted', '“'],
    ['in brackets', '［'],
    ['digits', '١'],
  ])('takes time in proportion to a long line: %s', { timeout: 60_000 }, (_, sign) => {
    expect(isLinear(20_000, n => `[a]\ngroup = ${sign.repeat(n)}`, parseConfig)).toBe(true)
    expect(isLinear(20_000, n => `[a]\n${sign.repeat(n)}`, parseConfig)).toBe(true)
  })
})

it.each(['[', 'group = ', 'role_name = ', ''])(
  'a look-alike after a long word takes time in proportion to the line: %s',
  start => {
    const line = `${start}${'a'.repeat(60_000)} “b`
    expect(() => inTime(line.length, () => parseConfig(`[x]\n${line}`))).not.toThrow()
  },
)
