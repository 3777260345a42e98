import { isAccountId } from '../../../aws/account-id'
import { asOneLine, type OneLine } from '../../../lib/one-line'
import { withoutByteOrderMark } from '../../../lib/text-lines'
import type { AccountsReading, FoundAccount } from './found-account'
import { readHcl } from './from-hcl'
import { readJson } from './from-json'
import { readLines } from './from-lines'
import { readYaml } from './from-yaml'
import { readJsonTexts } from './json-texts'

export interface OrganizationAccount {
  /** 12 digits. */
  readonly id: OneLine
  readonly name: OneLine
}

/** The accounts of an organization, from one or more texts. */
export type AccountList =
  | {
      readonly kind: 'accounts'
      /** The active accounts, each once, in list order. */
      readonly accounts: readonly OrganizationAccount[]
      /** The names of accounts that are closed, suspended or not active yet. */
      readonly inactive: readonly string[]
      /** The names of accounts whose id isn't 12 digits. */
      readonly withoutId: readonly string[]
    }
  | { readonly kind: AccountsFailure }

/** Why a list can't be used. */
export type AccountsFailure =
  /** Another page follows. */
  | 'incomplete'
  /** It ends too early. */
  | 'cut'
  /** It looks like JSON, but isn't valid JSON. */
  | 'broken'
  /** It has ids, but doesn't say for certain which name belongs to which. */
  | 'unclear'
  /** It has Identity Center permission sets. */
  | 'permission-sets'
  /** It has no account. */
  | 'nothing'

/**
 * Reads the accounts that the texts list together, each a page of the list or all of it: the AWS CLI's output for AWS
 * Organizations and Identity Center, in any of its formats, a CSV file and the like. Undefined if none of them is a list of
 * accounts, or anything else that can only be meant for a program.
 */
export function readAccounts(...texts: readonly string[]): AccountList | undefined {
  const readings = texts.map(text => readText(bare(text)))
  const known = readings.filter(reading => reading !== undefined)
  if (known.length === 0) return undefined
  const wrong = known.find(({ kind }) => kind !== 'found')
  if (wrong && wrong.kind !== 'found') return { kind: wrong.kind }
  const lists = known.filter(reading => reading.kind === 'found')
  // Every page except the last says that another one follows.
  const pages = lists.reduce((sum, list) => sum + list.pages, 0)
  const open = lists.reduce((sum, list) => sum + list.open, 0)
  return open > 0 && open >= pages ? { kind: 'incomplete' } : checked(lists.flatMap(list => list.accounts))
}

/** Whether a text is a list of accounts, or part of one, and so isn't a list of roles. */
export function isAccountList(text: string): boolean {
  const kind = readAccounts(text)?.kind
  return kind !== undefined && kind !== 'nothing'
}

function readText(text: string): AccountsReading | undefined {
  const json = readJsonTexts(text)
  if (json) return readJson(json)
  const values = readYaml(text) ?? readHcl(text)
  const reading = values && readJson(values)
  return reading && reading.kind !== 'nothing' ? reading : readLines(text)
}

/** Removes what surrounds a text copied from a terminal or a document: the command, a prompt, a fence. */
function bare(text: string): string {
  return withoutByteOrderMark(text)
    .replace(/^(?:\s*(?:```.*|[^\n=[{]*[$%#>❯➜]\s*aws\s[^\n]*|aws\s[^\n]*)\r?\n)+/, '')
    .replace(/(?:\r?\n\s*(?:```|[^\n=\]}|,\t]*[$%#❯➜]|\(END\))\s*)+$/, '\n')
}

function checked(found: readonly FoundAccount[]): AccountList {
  const accounts = new Map<string, OrganizationAccount>()
  const inactive: string[] = []
  const withoutId: string[] = []
  for (const { id, name, active } of found) {
    // A name with other characters could mean something else in the text.
    const plain = asOneLine(name ?? '')
    const shown = plain === '' ? asOneLine(id) : plain
    if (!isAccountId(id)) withoutId.push(shown)
    else if (!active) inactive.push(shown)
    else if (!accounts.has(id)) accounts.set(id, { id: asOneLine(id), name: shown })
  }
  return { kind: 'accounts', accounts: [...accounts.values()], inactive, withoutId }
}
