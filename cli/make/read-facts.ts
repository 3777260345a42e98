import { plainKey } from '../../src/config/exchange/accounts/found-account'
import { readJsonTexts } from '../../src/config/exchange/accounts/json-texts'
import { type AccountsFailure, readAccounts } from '../../src/config/exchange/accounts/read-accounts'
import { withoutByteOrderMark } from '../../src/lib/text-lines'
import { CommandError, exitCodes, type Source } from '../io'
import { FactCollector, type Facts } from './facts'
import { readJsonFacts } from './read-json-facts'
import { readTableFacts } from './read-table-facts'

const incomplete =
  'The list is incomplete: it says that another page follows. Leave out --max-items and --no-paginate, or give all pages.'

const failures: Readonly<Record<AccountsFailure, string>> = {
  incomplete,
  cut: 'It ends too early. Run the command that made it again.',
  broken: 'It looks like JSON, but isn’t valid.',
  unclear:
    'It has account ids, but doesn’t say which name belongs to which. Use --output json, or a table with a header.',
  'permission-sets': 'It has permission sets, but doesn’t say of which accounts. Use --output json.',
  nothing: 'It has no account, unit, tag or permission set that this command knows.',
}

/**
 * Gathers what the texts say: JSON of the AWS CLI, `terraform output -json` or `jq`, a table with a header, or any other
 * list of accounts that the extension imports.
 * @throws CommandError if a text is incomplete, or nothing is known about its format.
 */
export function readFacts(sources: readonly Source[]): Facts {
  const facts = new FactCollector()
  const pages = new Pages()
  for (const { path, text } of sources) {
    const before = facts.count
    const plain = withoutByteOrderMark(text)
    const json = readJsonTexts(plain)
    if (json?.kind === 'values') {
      for (const value of json.values) {
        pages.add(value)
        readJsonFacts(value, facts)
      }
      // A unit without accounts or tags says nothing, and isn't wrong.
      if (facts.count > before || json.values.some(isEmptyList)) continue
    } else if (json === undefined && readTableFacts(plain, facts)) continue
    readOther(path, plain, facts)
  }
  if (pages.isIncomplete()) throw new CommandError(incomplete, exitCodes.failed)
  return facts
}

/** Reads the AWS CLI's other formats, HCL and the like, which name accounts and nothing more. */
function readOther(path: string, text: string, facts: FactCollector): void {
  const list = readAccounts(text)
  if (list?.kind === 'accounts') {
    for (const { id, name } of list.accounts) facts.account(id, { name })
    return
  }
  throw new CommandError(`Can’t use ${path}. ${failures[list?.kind ?? 'nothing']}`, exitCodes.failed)
}

/** Counts the pages of each list, and how many say that another follows. */
class Pages {
  readonly #lists = new Map<string, { pages: number; open: number }>()

  add(value: unknown): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return
    const entries = Object.entries(value)
    const tokens = entries.filter(([key]) => /^(?:next|pagination)token$/.test(plainKey(key)))
    const isOpen = tokens.some(([, token]) => typeof token === 'string' && token !== '')
    // What else a page says, such as the unit that a `--query` adds, tells one list from another.
    const list = entries
      .filter(one => !tokens.includes(one))
      .map(([key, one]) => (Array.isArray(one) ? key : [key, one]))
    const name = JSON.stringify(list)
    const { pages, open } = this.#lists.get(name) ?? { pages: 0, open: 0 }
    this.#lists.set(name, { pages: pages + 1, open: open + (isOpen ? 1 : 0) })
  }

  isIncomplete(): boolean {
    return [...this.#lists.values()].some(({ pages, open }) => open > 0 && open >= pages)
  }
}

function isEmptyList(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const inside = Array.isArray(value) ? [value] : Object.values(value)
  return inside.some(one => Array.isArray(one) && one.length === 0)
}
