import { readdirSync, readFileSync } from 'node:fs'

interface Message {
  readonly message: string
  readonly description?: string
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example?: string }>>
}

/** A language's messages, as in `public/_locales/<language>/messages.json`. */
export type Messages = Readonly<Record<string, Message>>

export const valuesModule = 'src/browser/message-values.ts'

/** The languages of the interface, named as the browsers name their folders, as in `zh_CN`. English is their source. */
export const languages: readonly string[] = readdirSync('public/_locales').sort()

export function readMessages(language: string): Messages {
  return JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'))
}

/**
 * Returns the names of a message's values, in the order of `$1`, `$2`, …
 * @throws if the numbers have a gap.
 */
export function valueNames({ placeholders = {} }: Message): readonly string[] {
  const names: string[] = []
  for (const [name, { content }] of Object.entries(placeholders)) names[Number(content.slice(1)) - 1] = name
  if (names.length !== Object.keys(placeholders).length || names.includes(undefined as never)) {
    throw new Error(`The values ${JSON.stringify(placeholders)} aren’t numbered $1, $2, …`)
  }
  return names
}

/** Returns the message with the examples of `en` as its values, as the browser would show it. */
export function rendered(message: Message, { placeholders: examples = {} }: Message): string {
  return message.message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const example = examples[name.toLowerCase()]?.example
    if (example === undefined) throw new Error(`${name} has no example.`)
    return example
  })
}

/** Returns the messages for a build: `$1` instead of names, without the parts that only translators read. */
export function withoutNotes(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => {
      const names = valueNames(message)
      const text = message.message.replace(
        /\$(\w+)\$/g,
        (_, name: string) => `$${names.indexOf(name.toLowerCase()) + 1}`,
      )
      return [key, { message: text }]
    }),
  )
}

/** Returns the TypeScript module that says which values each message takes, in which order. */
export function valuesSource(messages: Messages): string {
  const members = Object.entries(messages).map(([key, message]) => {
    const values = valueNames(message).map(name => `${name}: Value`)
    return `  ${key}: readonly [${values.join(', ')}]\n`
  })
  return `// Made by \`npm run messages\` from public/_locales/en/messages.json.

type Value = string | number

/** The values that each message takes, in order. */
export interface MessageValues {
${members.join('')}}
`
}
