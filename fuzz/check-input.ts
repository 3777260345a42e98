import { consolePlace } from '../src/aws/console-place'
import type { PageFacts } from '../src/aws/page-facts'
import { isOfPattern, isPagePattern } from '../src/aws/page-pattern'
import { isSignInHost, partitions } from '../src/aws/partitions'
import { readSession } from '../src/aws/read-session'
import { addProfile, editProfile } from '../src/config/edit/edit-profile'
import { emptyForm } from '../src/config/edit/role-form'
import { readAccounts } from '../src/config/exchange/accounts/read-accounts'
import { accountsText } from '../src/config/exchange/organization-accounts'
import { toAwsConfig } from '../src/config/exchange/to-aws-config'
import { exportedKeys } from '../src/config/parse/aws-keys'
import type { Diagnostic } from '../src/config/parse/diagnostic'
import { imageFailure } from '../src/config/parse/image-data'
import type { Profile } from '../src/config/parse/profile'
import { readLine } from '../src/config/parse/read-line'
import { readHeader, writeHeader } from '../src/config/parse/section-header'
import { decode, encode } from '../src/config/parse/value'
import { parseConfig } from '../src/config/resolve/parse-config'
import { parseTogether } from '../src/config/resolve/parse-together'
import type { Role } from '../src/config/resolve/role'
import { targetRoles } from '../src/config/resolve/target-roles'
import { withoutSecrets } from '../src/config/secrets/without-secrets'
import { isBreaking } from '../src/lib/one-line'
import { pastedSearch } from '../src/pasted/pasted-search'
import { linkedRole, roleLink } from '../src/roles/role-link'
import { search } from '../src/roles/search'
import { typos } from '../src/roles/typos'
import { roleCopies } from '../src/switching/role-copies'
import { inTime } from './in-time'
import { unchangedPrototypes } from './prototypes'

type Check = (text: string) => void

/** Everything that reads hostile text, by name. Each check throws if a rule is broken. */
const checks: Readonly<Record<string, Check>> = {
  parseConfig: text => checkParser(text),
  parseTogether: text => {
    const middle = text.length >> 1
    const texts = [text.slice(0, middle), text.slice(middle)] as const
    const { profiles, personal, team } = parseTogether(texts[0], [texts[1]])
    checkProfiles(profiles)
    checkOwnRoles(parseTogether(texts[0], []).profiles, profiles)
    for (const [index, diagnostics] of [personal, ...team].entries()) {
      checkPlaces(texts[index] ?? '', diagnostics)
    }
  },
  readSession: text => {
    const [sessionData, signInEndpoint, loginAccount, loginUser, roleAccount, roleUser] = text.split('\n')
    const facts = { sessionData, signInEndpoint, loginAccount, loginUser, roleAccount, roleUser }
    const partition = partitions[text.length % partitions.length] ?? 'aws'
    // A missing line is undefined, like a fact that a page doesn't have.
    const read = readSession(facts as PageFacts, { partition, family: 'first' })
    if ('failure' in read) return
    hold(isSignInHost(read.session.signInHost, partition), 'a session’s sign-in host is AWS’s')
    hold(read.session.partition === partition, 'a session has the tab’s partition')
  },
  linkedRole: text => {
    const base = 'https://console.aws.amazon.com/'
    const encoded = new URLSearchParams({ rolecall: text })
    for (const url of [text, `${base}?rolecall=${text}`, `${base}?${encoded}`]) {
      const role = linkedRole(url)
      if (role === undefined || role === 'malformed') continue
      const again = linkedRole(roleLink(base, role))
      hold(JSON.stringify(again) === JSON.stringify(role), 'a link names the role that it was made from')
    }
  },
  isOfPattern: text => {
    const end = text.indexOf('\n')
    const pattern = text.slice(0, end)
    if (!isPagePattern(pattern)) return
    isOfPattern(`https://${text.slice(end + 1)}`, pattern)
    if (pattern.startsWith('https://')) return
    hold(isOfPattern(`https://${pattern}`, pattern), 'a pattern matches itself')
  },
  writers: text => checkWriters(text),
  withoutSecrets: text => {
    const { text: clean, lines } = withoutSecrets(text)
    hold(linesOf(clean).length === linesOf(text).length, 'removing secrets keeps the number of lines')
    hold(lines.length > 0 || clean === text, 'a text without secrets stays as it is')
    hold(withoutSecrets(clean).lines.length === 0, 'a second removal finds no secrets')
  },
  imageFailure: text => {
    imageFailure(text)
    imageFailure(`data:image/png;base64,${text}`)
    imageFailure(`data:image/gif;base64,${btoa(text.replace(/[^\0-\xff]/g, ''))}`)
  },
  roleCopies: text => {
    const [name = '', account = '', roleName = ''] = text.split('\n')
    for (const shell of ['posix', 'powershell', 'cmd'] as const) {
      for (const { kind, text: copied } of roleCopies(
        { name: text, account, roleName },
        'aws',
        undefined,
        shell,
      )) {
        if (kind === 'account' || kind === 'arn') continue
        hold(!isBreaking(copied), 'a copied text is one line without control characters')
      }
      roleCopies({ name, account, roleName }, 'aws', undefined, shell)
    }
  },
  search: text => {
    const { roles } = targetRoles(parseConfig(text).profiles)
    // Nobody types longer queries.
    search(roles, typos).find(text.slice(-100))
  },
  aim: text => {
    const { roles } = targetRoles(parseConfig(text).profiles)
    const habits = { recent: [], frequent: [], pinned: [] }
    const place = { roles, all: roles, habits }
    for (const pasted of [text, `arn:aws:ec2:eu-west-1:${text}`, `https://console.aws.amazon.com/${text}`]) {
      const page = pastedSearch(search(roles, typos), place).aim(pasted)?.page
      hold(!page || consolePlace(page.url) !== undefined, 'what is pasted leads to a console')
    }
  },
}

/** Checks that a list keeps control of where its profiles lead, whatever other lists are read with it. */
function checkOwnRoles(alone: readonly Profile[], together: readonly Profile[]): void {
  const roles = new Map(targetRoles(together).roles.map(role => [role.name, placeOf(role)]))
  for (const role of targetRoles(alone).roles) {
    hold(roles.get(role.name) === placeOf(role), 'the team’s list doesn’t change where a personal role leads')
  }
}

function placeOf({ account, roleName, partition, portal, accountAlias }: Role): string {
  return JSON.stringify([account, roleName, partition, portal, accountAlias])
}

export interface Slowest {
  readonly check: string
  /** In microseconds. */
  readonly time: number
}

/**
 * Runs every check on a text, and returns the slowest.
 * @throws if a check does, if one takes more than time in proportion to the text, or if one changes the language's own
 * prototypes.
 */
export function checkInput(text: string, all = checks): Slowest {
  let slowest: Slowest = { check: 'none', time: 0 }
  for (const [check, run] of Object.entries(all)) {
    const time = inTime(text.length, () => run(text))
    if (time > slowest.time) slowest = { check, time }
  }
  hold(unchangedPrototypes(), 'the language’s own prototypes are unchanged')
  return slowest
}

/** Checks a parser, by default `parseConfig`, on a text. */
export function checkParser(text: string, parse: typeof parseConfig = parseConfig): void {
  const { profiles, diagnostics } = parse(text, text.length % 2 === 0 ? 'personal' : 'team')
  checkProfiles(profiles)
  checkPlaces(text, diagnostics)
}

/**
 * Checks that writers write as many sections as intended, whatever the values, and that these are read back unchanged.
 */
function checkWriters(text: string): void {
  const encoded = encode(text)
  hold(!isBreaking(encoded) && decode(encoded) === text, 'a value is one line and is read back unchanged')
  if (text !== '') {
    const header = writeHeader(text, text.length % 2 === 0)
    hold(
      !isBreaking(header) && readHeader(header).name === text,
      'a name is one line and is read back unchanged',
    )
  }
  const third = Math.ceil(text.length / 3)
  const [name, sourceProfile, group] = [
    text.slice(0, third),
    text.slice(third, 2 * third),
    text.slice(2 * third),
  ]
  const form = {
    ...emptyForm,
    name: `n${name}`,
    sourceProfile,
    group,
    account: '111122223333',
    roleName: 'R',
  }
  const added = addProfile('[mine]\naws_account_id = 111122223333\n', form).text
  hold(headersIn(added) === 2, 'a form adds one section')
  const edited = editProfile(added, { ...emptyForm, name: 'mine' }, form)?.text ?? ''
  hold(headersIn(edited) === 2, 'a form changes one section')
  const read = readAccounts(JSON.stringify([{ Id: '111122223333', Name: name, Status: 'ACTIVE' }]))
  const accounts = read?.kind === 'accounts' ? read.accounts : []
  const list = accountsText(accounts, { roleName: group, sourceProfile, colors: 'by-name' })
  hold(headersIn(list) === accounts.length, 'each account is one section')
  const { profiles } = parseConfig(text, 'team')
  const exported = toAwsConfig(targetRoles(profiles), profiles)
  hold(
    headersIn(exported.text.replaceAll(/^\[sso-session .*$/gm, '')) === exported.count,
    'an export has only the intended sections',
  )
  hold(
    !new RegExp(`^(?!\\[|(?:${[...exportedKeys, ...writtenKeys].join('|')}) = |$)`, 'm').test(exported.text),
    'an export has only lines of known keys',
  )
}

/** The keys that an export writes in addition to those that it copies. */
const writtenKeys = [
  ...[
    'role_arn',
    'source_profile',
    'region',
    'duration_seconds',
    'sso_session',
    'sso_account_id',
    'sso_role_name',
  ],
  ...['sso_start_url', 'sso_region', 'sso_registration_scopes'],
]

/** Counts headers with every character that any tool takes for the end of a line. */
function headersIn(text: string): number {
  return text.split(/[\p{Cc}\u2028\u2029]/u).filter(line => readLine(line).kind === 'header').length
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/)
}

function checkProfiles(profiles: readonly Profile[]): void {
  const names = new Set<string>()
  for (const profile of profiles) {
    names.add(profile.name)
    hold(Object.getPrototypeOf(profile) === Object.prototype, 'a profile is a plain object')
    for (const value of Object.values(profile).flat()) {
      hold(typeof value !== 'string' || !isBreaking(value), 'a value is one line')
    }
    const { account, roleName, color, image } = profile
    hold(
      account === undefined || /^(?:\d{12}|[a-z\d-]{3,63})$/.test(account),
      'an account is 12 digits or an alias',
    )
    hold(roleName === undefined || roleName.length <= 512, 'a role name is within IAM’s limit')
    hold(color === undefined || /^[\da-f]{6}$/.test(color), 'a color is six hex digits')
    hold(
      image === undefined || /^(?:https:\/\/|data:image\/)/i.test(image),
      'an image’s URL is https: or data:',
    )
  }
  hold(names.size === profiles.length, 'names are unique')
}

function checkPlaces(text: string, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return
  const lines = text.split(/\r\n?|\n/)
  for (const { line, column, endColumn } of diagnostics) {
    const length = lines[line - 1]?.length ?? -1
    hold(column >= 1 && endColumn >= column && endColumn <= length + 1, 'a diagnostic is within its line')
  }
}

function hold(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(`This should be true, but isn’t: ${sentence}.`)
}
