import { addSections } from '../../../src/config/edit/add-sections'
import { readAccounts } from '../../../src/config/exchange/accounts/read-accounts'
import { withoutSecrets } from '../../../src/config/secrets/without-secrets'
import { lineRanges } from '../../../src/lib/line-ranges'
import type { ImportFailure } from './import-failure'
import type { ImportContent } from './import-result'

/** A text to import, and the name of its file or other source. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

export type Gathered =
  /** `secrets` are the lines that access keys were removed from, as in `3–5, 9`; '' if there were none. */
  | { readonly content: ImportContent; readonly secrets: string }
  | { readonly file: string; readonly reason: ImportFailure }

/**
 * Returns the chosen texts, without access keys, as one import: the accounts of an organization, whose list may come in
 * several pages; a single text unchanged; of several texts, such as `~/.aws/config` and `~/.aws/credentials`, each section
 * once. Sections of the same name become one profile, in which the credentials take precedence, as in the AWS CLI.
 */
export function kindOfImport(texts: readonly NamedText[]): Gathered {
  const clean = texts.map(({ name, text }) => ({ name, ...withoutSecrets(text) }))
  const several = clean.length > 1
  const lists = texts.flatMap(({ name, text }) => {
    const list = readAccounts(text)
    return list ? [{ name, text, list }] : []
  })
  const list = lists.length > 1 ? readAccounts(...lists.map(({ text }) => text)) : lists[0]?.list
  if (list) {
    const file = lists.find(page => page.list.kind === list.kind)?.name ?? ''
    if (list.kind !== 'accounts') return { file, reason: { kind: 'list', list: list.kind } }
    if (lists.length < texts.length) return { file, reason: { kind: 'accounts-among-others' } }
    if (list.accounts.length === 0) return { file, reason: { kind: 'list', list: 'nothing' } }
    return { content: list, secrets: '' }
  }
  // The credentials take precedence over the config.
  const inOrder = [
    ...clean.filter(one => !isCredentials(one)).map(one => ({ ...one, counts: 'text' as const })),
    ...clean.filter(isCredentials).map(one => ({ ...one, counts: 'other' as const })),
  ]
  const secrets = clean
    .filter(({ lines }) => lines.length > 0)
    .map(({ name, lines }) => (several ? `${name} (${lineRanges(lines)})` : lineRanges(lines)))
  const [first, ...others] = inOrder
  const text = others.reduce((all, { text, counts }) => addSections(all, text, counts), first?.text ?? '')
  return { content: { kind: 'text', text }, secrets: secrets.join(', ') }
}

/** Whether a text is `~/.aws/credentials`: it has access keys, and no section of `~/.aws/config`. */
function isCredentials({
  text,
  lines,
}: {
  readonly text: string
  readonly lines: readonly number[]
}): boolean {
  return lines.length > 0 && !/^[ \t]*\[\s*(?:profile|sso-session|services)\s/im.test(text)
}
