import { isolated } from '../lib/bidi'
import { browser } from './api'
import type { MessageValues } from './message-values'

/** The key of a message in `public/_locales/<language>/messages.json`. */
export type MessageKey = keyof MessageValues

/** The key of a message that takes no values. */
export type PlainKey = {
  [Key in MessageKey]: MessageValues[Key] extends readonly [] ? Key : never
}[MessageKey]

/** The values of a message. If `Key` is a union, they must fit every member. */
export type ValuesOf<Key extends MessageKey> = (
  Key extends MessageKey
    ? (values: MessageValues[Key]) => void
    : never
) extends (values: infer Values extends readonly unknown[]) => void
  ? Values
  : never

/**
 * Returns the message `key` in the browser's language, with its values in the order of `MessageValues` (at most nine). A
 * value can't change the writing direction of the sentence around it.
 */
export function message<Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): string {
  return browser.i18n.getMessage(
    key,
    values.map(value => isolated(String(value))),
  )
}

type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never

type ValuesAfterCount<Stem extends PluralKey> =
  ValuesOf<`${Stem}_other`> extends readonly [unknown, ...infer Rest] ? Rest : never

/**
 * Returns the message `<stem>_one` or `<stem>_other`, by the language's plural rules. Its first value is `count`, with
 * separators.
 */
export function countMessage<Stem extends PluralKey>(
  stem: Stem,
  count: number,
  ...values: ValuesAfterCount<Stem>
): string {
  const form = new Intl.PluralRules(language()).select(count) === 'one' ? 'one' : 'other'
  return browser.i18n.getMessage(
    `${stem}_${form}`,
    [formatNumber(count), ...values].map(value => isolated(String(value))),
  )
}

/** Formats `count` in the browser's language, as in `10,000`. */
export function formatNumber(count: number): string {
  return new Intl.NumberFormat(language()).format(count)
}

/** Returns the language of the messages as a BCP 47 tag: the one the browser chose from those available. */
export function language(): string {
  return message('extension_language')
}
