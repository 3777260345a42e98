import { Html } from './html'
import type { TokenType } from './shape'

/** A sign-in's token as its page hands it out: a JavaScript expression, and what `String(token)` gives. */
export interface Token {
  readonly text: string
  readonly expression: Html
}

/** Returns the token of the sign-in whose number is `csrf`, in a shape. The sign-in host accepts only `text`. */
export function tokenOf(csrf: number, type: TokenType): Token {
  const promised = type.startsWith('promise of ')
  const { text, expression } = plainToken(csrf, promised ? type.slice('promise of '.length) : type)
  return { text, expression: new Html(promised ? `Promise.resolve(${expression})` : expression) }
}

function plainToken(csrf: number, type: string): { readonly text: string; readonly expression: string } {
  const digits = String(csrf)
  const word = `token-${csrf.toString(36)}`
  // More digits than a number holds exactly.
  const many = digits.repeat(3)
  switch (type) {
    case 'negative number':
      return { text: `-${digits}`, expression: `-${digits}` }
    case 'string':
      return { text: word, expression: `"${word}"` }
    case 'numeric string':
      return { text: many, expression: `"${many}"` }
    case 'boxed number':
      return { text: digits, expression: `new Number(${digits})` }
    case 'boxed string':
      return { text: word, expression: `new String("${word}")` }
    case 'bigint':
      return { text: many, expression: `${many}n` }
    default:
      return { text: digits, expression: digits }
  }
}
