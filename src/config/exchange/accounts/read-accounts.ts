import { isAccountId } from '../../../aws/account-id'
import { asOneLine, type OneLine } from '../../../lib/one-line'
import { withoutMark } from '../../../lib/text-lines'
import type { FoundAccount, Reading } from './found'
import { readHcl } from './from-hcl'
import { readJson } from './from-json'
import { readLines } from './from-lines'
import { readYaml } from './from-yaml'
import { readJsonTexts } from './json-texts'

/** An account of an organization. */
export interface OrganizationAccount {
  /** 12 digits. */
  readonly id: OneLine
  readonly name: OneLine
}

/** What a text or several texts say of an organization's accounts. */
export type AccountList =
  | {
      readonly kind: 'accounts'
      /** Those that are active, each once, in the order of the list. */
      readonly accounts: readonly OrganizationAccount[]
      /** The names of those that are closed, suspended or not active yet. */
      readonly inactive: readonly string[]
      /** The names of those whose id isn't 12 digits. */
      readonly withoutId: readonly string[]
    }
  | { readonly kind: UnusableList }

/** Why nothing can be made of a list. */
export type UnusableList =
  /** Another page of it follows. */
  | 'incomplete'
  /** It breaks off. */
  | 'cut'
  /** It is to be JSON, and isn't. */
  | 'broken'
  /** It has ids, but doesn't say for certain which name is whose. */
  | 'unclear'
  /** It has permission sets of Identity Center. */
  | 'permission-sets'
  /** It has no account. */
  | 'nothing'

/**
 * The accounts that the texts list together, each a page of the list or all of it: what AWS Organizations and Identity
 * Center print by the AWS CLI, in any of its output formats, as a CSV file and the like. Undefined if none of them is a
 * list of accounts, nor anything else that can only be meant for a program.
 */
export function readAccounts(...texts: readonly string[]): AccountList | undefined {
  const readings = texts.map(text => readText(bare(text)))
  const known = readings.filter(reading => reading !== undefined)
  if (known.length === 0) return undefined
  const wrong = known.find(({ kind }) => kind !== 'found')
  if (wrong && wrong.kind !== 'found') return { kind: wrong.kind }
  const lists = known.filter(reading => reading.kind === 'found')
  // Each page but the last says that another one follows.
  const pages = lists.reduce((sum, list) => sum + list.pages, 0)
  const open = lists.reduce((sum, list) => sum + list.open, 0)
  return open > 0 && open >= pages ? { kind: 'incomplete' } : checked(lists.flatMap(list => list.accounts))
}

/** Whether a text is a list of accounts, or part of one, and so no configuration. */
export function isAccountList(text: string): boolean {
  const kind = readAccounts(text)?.kind
  return kind !== undefined && kind !== 'nothing'
}

function readText(text: string): Reading | undefined {
  const json = readJsonTexts(text)
  if (json) return readJson(json)
  const values = readYaml(text) ?? readHcl(text)
  const reading = values && readJson(values)
  return reading && reading.kind !== 'nothing' ? reading : readLines(text)
}

/** Without what stands around a text that was copied from a terminal or a document: the command, a prompt, a fence. */
function bare(text: string): string {
  return withoutMark(text)
    .replace(/^(?:\s*(?:```.*|[^\n=[{]*[$%#>❯➜]\s*aws\s[^\n]*|aws\s[^\n]*)\r?\n)+/, '')
    .replace(/(?:\r?\n\s*(?:```|[^\n=\]}|,\t]*[$%#❯➜]|\(END\))\s*)+$/, '\n')
}

function checked(found: readonly FoundAccount[]): AccountList {
  const accounts = new Map<string, OrganizationAccount>()
  const inactive: string[] = []
  const withoutId: string[] = []
  for (const { id, name, active } of found) {
    // A name of other characters than these could say more than a name in the text.
    const plain = asOneLine(name ?? '')
    const shown = plain === '' ? asOneLine(id) : plain
    if (!isAccountId(id)) withoutId.push(shown)
    else if (!active) inactive.push(shown)
    else if (!accounts.has(id)) accounts.set(id, { id: asOneLine(id), name: shown })
  }
  return { kind: 'accounts', accounts: [...accounts.values()], inactive, withoutId }
}
