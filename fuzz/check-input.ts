import type { Diagnostic } from '../src/config/diagnostic'
import { parseConfig } from '../src/config/parse-config'
import { parseTogether } from '../src/config/parse-together'
import type { Profile } from '../src/config/profile'
import type { PageFacts } from '../src/console/page-facts'
import { isOfPattern, isPagePattern } from '../src/console/page-pattern'
import { isSignInHost, partitions } from '../src/console/partitions'
import { readSession } from '../src/console/read-session'
import { linkedRole, roleLink } from '../src/console/role-link'
import type { Role } from '../src/roles/role'
import { search } from '../src/roles/search'
import { targetRoles } from '../src/roles/target-roles'
import { inTime } from './in-time'
import { unchangedPrototypes } from './prototypes'

type Check = (text: string) => void

/** What reads hostile text, by name. Each throws where what it has to hold doesn't. */
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
    // What a line is missing for is undefined, as what a page doesn't say.
    const read = readSession(facts as PageFacts, { partition, family: 'first' })
    if ('problem' in read) return
    hold(isSignInHost(read.session.signInHost, partition), 'a session has a sign-in host of AWS’s')
    hold(read.session.partition === partition, 'a session is of the tab’s partition')
  },
  linkedRole: text => {
    const base = 'https://console.aws.amazon.com/'
    const encoded = new URLSearchParams({ rolecall: text })
    for (const url of [text, `${base}?rolecall=${text}`, `${base}?${encoded}`]) {
      const role = linkedRole(url)
      if (role === undefined || role === 'malformed') continue
      const again = linkedRole(roleLink(base, role))
      hold(JSON.stringify(again) === JSON.stringify(role), 'a link names the role that it was made of')
    }
  },
  isOfPattern: text => {
    const end = text.indexOf('\n')
    const pattern = text.slice(0, end)
    if (!isPagePattern(pattern)) return
    isOfPattern(`https://${text.slice(end + 1)}`, pattern)
    if (pattern.startsWith('https://')) return
    hold(isOfPattern(`https://${pattern}`, pattern), 'a pattern is of itself')
  },
  search: text => {
    const { roles } = targetRoles(parseConfig(text).profiles)
    // Longer ones nobody types.
    search(roles).find(text.slice(-100))
  },
}

/** The list that says where a profile leads decides it: another beside it changes nothing of that. */
function checkOwnRoles(alone: readonly Profile[], together: readonly Profile[]): void {
  const roles = new Map(targetRoles(together).roles.map(role => [role.name, placeOf(role)]))
  for (const role of targetRoles(alone).roles) {
    hold(roles.get(role.name) === placeOf(role), 'an own role leads where it does without the team’s list')
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
 * Runs every check on a text, and gives which took longest. Throws where one does, where it takes more than time in
 * proportion to the text, or where it leaves a mark on the language's own prototypes.
 */
export function checkInput(text: string, all = checks): Slowest {
  let slowest: Slowest = { check: 'none', time: 0 }
  for (const [check, run] of Object.entries(all)) {
    const time = inTime(text.length, () => run(text))
    if (time > slowest.time) slowest = { check, time }
  }
  hold(unchangedPrototypes(), 'the language’s own prototypes are as they were')
  return slowest
}

/** Checks what a parser makes of a text: by default `parseConfig`. */
export function checkParser(text: string, parse: typeof parseConfig = parseConfig): void {
  const { profiles, diagnostics } = parse(text, text.length % 2 === 0 ? 'personal' : 'team')
  checkProfiles(profiles)
  checkPlaces(text, diagnostics)
}

function checkProfiles(profiles: readonly Profile[]): void {
  const names = new Set<string>()
  for (const profile of profiles) {
    names.add(profile.name)
    hold(Object.getPrototypeOf(profile) === Object.prototype, 'a profile is a plain object')
    const { account, roleName, color, image } = profile
    hold(account === undefined || /^(?:\d{12}|[a-z\d-]{3,63})$/.test(account), 'an account can be one')
    hold(roleName === undefined || roleName.length <= 512, 'a role name is within IAM’s limit')
    hold(color === undefined || /^[\da-f]{6}$/.test(color), 'a colour is six hex digits')
    hold(image === undefined || /^(?:https:\/\/|data:image\/)/i.test(image), 'an image is of https: or data:')
  }
  hold(names.size === profiles.length, 'a name stands once')
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
  if (!holds) throw new Error(`It doesn’t hold that ${sentence}.`)
}
