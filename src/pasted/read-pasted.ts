import { type Arn, parseArn } from '../aws/resources/arn'
import { maxQueryLength } from '../roles/query'
import { type LinkRead, readLink } from './read-link'

/** What a pasted text is about. */
export type Pasted =
  /** An ARN. */
  | { readonly kind: 'arn'; readonly arn: Arn; readonly words: string }
  /** A text like an ARN that Rolecall can't read, such as one of another partition. */
  | { readonly kind: 'unreadable-arn'; readonly words: string }
  /** A link to a console, an access portal or a sign-in page. */
  | ({ readonly kind: 'link'; readonly words: string } & LinkRead)
  /** An account id, and nothing else. */
  | { readonly kind: 'account'; readonly account: string; readonly words: string }

const dashes = /[\u2010-\u2015\u2212\uff0d]/g
/** What people, tables and programs put around an ARN, a link or an id. */
const around = /^[\s"'`<([{,;]+|[\s"'`>,;.]+$/g
/** An id with what separates its digits: the console's hyphens, blanks, a table's commas, points or apostrophes. */
const spelledId = /^(?:\d{4}[\s.\-_/,·]{0,3}\d{4}[\s.\-_/,·]{0,3}\d{4}|\d{3}(?:[\s.,'’]\d{3}){3})$/
/** A table that takes an id for a number drops its zeros. */
const shortId = /^\d{9,11}$/
const arnLike = /^arn[:%]/i

/**
 * Returns what a text is, if it names one thing that Rolecall knows: an ARN or a link, also within other words, or an
 * account's id in any spelling. `words` is the rest, such as the words to search for in that account, or a region's sign.
 * `isAccount` says whether an id that lost its zeros is one. Linear in the length of the text.
 */
export function readPasted(text: string, isAccount: (id: string) => boolean): Pasted | undefined {
  // It may have been cut.
  if (text.length >= maxQueryLength) return undefined
  const tokens = text.split(/\s+/).filter(Boolean)
  const read = tokens.flatMap((token, index) => {
    const found = readToken(token.replace(around, ''))
    const words = tokens.filter((_, other) => other !== index).join(' ')
    return found ? [{ ...found, words }] : []
  })
  // Of several, none is more likely to be meant than the others.
  if (read.length > 0) return read.length === 1 ? read[0] : undefined
  return readAccount(tokens, isAccount)
}

function readToken(token: string) {
  if (arnLike.test(token)) {
    const arn = parseArn(decoded(token).replace(/[)\]}]+$/, closing => (closing === ']' ? closing : '')))
    return arn ? ({ kind: 'arn', arn } as const) : ({ kind: 'unreadable-arn' } as const)
  }
  const link = readLink(token)
  return link && ({ kind: 'link', ...link } as const)
}

function decoded(token: string): string {
  try {
    return token.includes(':') ? token : decodeURIComponent(token)
  } catch {
    return token
  }
}

function readAccount(tokens: readonly string[], isAccount: (id: string) => boolean): Pasted | undefined {
  const isSign = (token: string) => /^[>@/]/.test(token)
  const id = tokens
    .filter(token => !isSign(token))
    .join(' ')
    .normalize('NFKC')
    .replace(dashes, '-')
    .replace(/^#/, '')
    .replace(around, '')
    .replace(/\)$/, '')
  const words = tokens.filter(isSign).join(' ')
  if (spelledId.test(id)) return { kind: 'account', account: id.replace(/\D/g, ''), words }
  const padded = id.padStart(12, '0')
  return shortId.test(id) && isAccount(padded) ? { kind: 'account', account: padded, words } : undefined
}
