import messages from '../public/_locales/en/messages.json' with { type: 'json' }
import type { MessageKey, ValuesOf } from '../src/browser/i18n'
import type { Diagnostic } from '../src/config/parse/diagnostic'
import { diagnosticLimits } from '../src/config/parse/diagnostic-limits'
import { unturned } from '../src/lib/bidi'
import type { messagePrefixes } from './message-prefixes'

interface Message {
  readonly message: string
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>
}

/**
 * Returns the extension’s own message in English.
 */
export function sentence<Key extends UsedKey>(key: Key, ...values: ValuesOf<Key>): string {
  const { message, placeholders = {} }: Message = messages[key]
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const { content } = placeholders[name.toLowerCase()] ?? { content: '$0' }
    return String(values[Number(content.slice(1)) - 1] ?? '')
  })
}

type UsedKey = Extract<MessageKey, `${(typeof messagePrefixes)[number]}${string}`>

/** Returns what the editor says about the diagnostic. */
export function diagnosticSentence({ kind, values }: Pick<Diagnostic, 'kind' | 'values'>): string {
  return sentence(`diagnostic_${kind}`, ...([...values, ...(diagnosticLimits[kind] ?? [])] as never))
}

/** Returns “1 role” or “12 roles”. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`
}

/** The most names in one sentence. */
const maxShownNames = 10

/** Returns the names with commas, the first ones if there are many. */
export function namesText(names: readonly string[]): string {
  const rest = names.length - maxShownNames
  const shown = names.slice(0, maxShownNames).map(inert).join(', ')
  return rest > 0 ? `${shown} and ${counted(rest, 'more', 'more')}` : shown
}

/**
 * Returns a text from a list as a terminal may show it: on one line, without characters that control the terminal or change
 * the order of others.
 */
export function inert(text: string): string {
  return unturned(text).replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '\uFFFD')
}
