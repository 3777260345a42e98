import type english from '../../public/_locales/en/messages.json'
import { isolated } from '../lib/bidi'
import { browser } from './api'

/** The name of a sentence in `public/_locales/<language>/messages.json`. */
export type MessageKey = Extract<keyof typeof english, string>

/**
 * The sentence `key` in the browser's language, with `values` in place of `$1`, `$2`, … (at most nine). A value can't turn
 * the sentence around it.
 */
export function message(key: MessageKey, ...values: readonly (string | number)[]): string {
  return browser.i18n.getMessage(
    key,
    values.map(value => isolated(String(value))),
  )
}

type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never

/** The sentence `<stem>_one` or `<stem>_other`, as the language counts; `$1` is `count`, written with separators. */
export function countMessage(stem: PluralKey, count: number, ...values: readonly string[]): string {
  const form = new Intl.PluralRules(language()).select(count) === 'one' ? 'one' : 'other'
  return message(`${stem}_${form}` as MessageKey, formatNumber(count), ...values)
}

/** `count` as the language writes it, as in `10,000`. */
export function formatNumber(count: number): string {
  return new Intl.NumberFormat(language()).format(count)
}

/** The language of the sentences, as a BCP 47 tag: the one of those we have that the browser chose. */
export function language(): string {
  return message('extension_language')
}
