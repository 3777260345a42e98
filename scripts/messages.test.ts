import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diagnosticsPage, withDiagnostics } from './diagnostics-list'
import {
  languages,
  type Messages,
  readMessages,
  rendered,
  valueNames,
  valuesModule,
  valuesSource,
  withoutNotes,
} from './message-values'

const english = readMessages('en')
const everyLanguage = languages.map(language => [language, readMessages(language)] as const)
const translations = everyLanguage.filter(([language]) => language !== 'en')
const everyMessages = everyLanguage.map(([, messages]) => messages)

/** The kinds of messages. A description for translators starts with one. */
const kinds = ['Sentence', 'Label', 'Heading', 'Button', 'Tooltip']
/** Short parts of words that the editor, or the line around them, puts together. */
const lowerCase =
  /^(popup_(current|open|forPage|recentRole|pinned|folded|unfolded|thisTab)|options_(editor_(onLine|to)|otherAccount|keyNone)|extension_language)$/

type Texts = readonly (readonly [key: string, kind: string, text: string])[]

function textsOf(messages: Messages): Texts {
  return Object.entries(messages).map(([key, message]) => {
    const source = english[key] ?? message
    return [key, source.description?.split(':')[0] ?? '', rendered(message, source)]
  })
}

const all: Texts = everyMessages.flatMap(textsOf)

function wrong(texts: Texts, isWrong: (text: string, kind: string, key: string) => boolean): object {
  return Object.fromEntries(
    texts.flatMap(([key, kind, text]) => (isWrong(text, kind, key) ? [[key, text]] : [])),
  )
}

describe('generated files', () => {
  it('are up to date: `npm run messages`', () => {
    expect(readFileSync(valuesModule, 'utf8')).toBe(valuesSource(english))
    const page = readFileSync(diagnosticsPage, 'utf8')
    expect(page).toBe(withDiagnostics(page))
  })

  it('have values in the order of their numbers, without notes for translators', () => {
    expect(withoutNotes({ popup_matches: english.popup_matches ?? { message: '' } })).toEqual({
      popup_matches: { message: '$1 of $2 roles' },
    })
    expect(/\$[A-Z]|"description"|"example"/.test(JSON.stringify(withoutNotes(english)))).toBe(false)
  })
})

describe('every message', () => {
  it('tells translators its kind, with an example of each value', () => {
    for (const [key, message] of Object.entries(english)) {
      expect([key, kinds.includes(message.description?.split(':')[0] ?? '')]).toEqual([key, true])
      expect(() => rendered(message, message)).not.toThrow()
    }
  })

  it.each(translations)('has the same values in the same order in %s', (_, translated) => {
    const names = (messages: Messages) =>
      Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, valueNames(message)]))
    expect(names(translated)).toEqual(names(english))
  })

  it.each(translations)('uses its values in %s', (_, translated) => {
    const used = (text = '') => [...new Set(text.match(/\$\w+\$/g))].sort()
    // A language may say “one” in a word of its own, or leave out what its grammar doesn't need.
    const lost = Object.entries(english).filter(([key, { message }]) => {
      const [wanted, found] = [used(message), used(translated[key]?.message)]
      return !key.endsWith('_one') && wanted.some(value => !found.includes(value))
    })
    expect(lost.map(([key]) => key)).toEqual([])
  })

  it('names its values only in words', () => {
    const numbered = everyMessages.flatMap(messages =>
      Object.values(messages).filter(({ message }) => /\$\d/.test(message)),
    )
    expect(numbered).toEqual([])
  })

  it('has no missing or extra spaces', () => {
    expect(
      wrong(
        all,
        text =>
          text !== text.trim() ||
          /\s{2}| [.,;!?。、，；：！？](?!\d)/.test(text.replace('+ = , . @ _ -', 'x')),
      ),
    ).toEqual({})
    expect(wrong(textsOf(english), text => /[a-z][.!?][A-Z]|,[A-Za-z]/.test(text))).toEqual({})
  })

  it('ends like a sentence if it is one, and otherwise without a full stop', () => {
    const ends = /[.?!…:。？！：]$/
    const isWhole = (text: string, key: string) => {
      // A list of names or somebody else's words at the end, after a colon.
      const last = /[:：]\s?\$(?:NAMES|ERROR|PROFILES|URLS|LINES|CHARACTERS)\$$/
      return ends.test(text) || everyMessages.some(messages => last.test(messages[key]?.message ?? ''))
    }
    expect(wrong(all, (text, kind, key) => kind === 'Sentence' && !isWhole(text, key))).toEqual({})
    expect(wrong(all, (text, kind) => kind !== 'Sentence' && /[.。]$/.test(text))).toEqual({})
  })

  it('is one phrase if it isn’t a sentence', () => {
    expect(
      wrong(
        all,
        (text, kind) =>
          kind !== 'Sentence' && /(?<!\/)[.?!。] ?\S+ /.test(text.replace(/\w+\.\w[\w.]*/g, '')),
      ),
    ).toEqual({})
  })

  it('starts with a capital letter, a quote or a value', () => {
    const starts = /^[A-Z“[~]/
    expect(
      wrong(
        textsOf(english),
        (text, _, key) =>
          !starts.test(text) &&
          !lowerCase.test(key) &&
          !/^\$/.test(english[key]?.message ?? '') &&
          // Names of keys and tools, and of ours.
          !/^(role_arn|aws-vault|sh, bash)/.test(text),
      ),
    ).toEqual({})
  })
})

describe('the words', () => {
  it('have one apostrophe and one kind of quotes', () => {
    expect(wrong(all, text => /['"]/.test(text))).toEqual({})
  })

  it('are American', () => {
    const british =
      /colou?r(?<!color)|\b\w+(?<!ot)isation|organis|recognis|synchronis|favourit|behaviour|licence|\bgrey\b|cancell|centre|catalogue|customis|initialis/i
    const own = (text: string) => text.replace(/“[^”]*”/g, '')
    expect(wrong(textsOf(english), text => british.test(own(text)))).toEqual({})
  })

  it('are an engineer’s', () => {
    const habits =
      /(?<!there )\bis no \b|\bare no \b(?!t)|in force|\bmend|\banew\b|\bbehind\b|all the same|by itself|in vain|whoever (?!sent|made|maintains)|\bstands?\b|\bbeside\b|is told|gone to|is given back|is kept for|is left out|are left out|isn’t offered|is offered|puts? right/i
    expect(wrong(textsOf(english), text => habits.test(text))).toEqual({})
  })

  it('call the users’ text a list', () => {
    expect(
      wrong(textsOf(english), text =>
        /\bconfiguration\b|\byour text\b|\bthe text in the editor\b/i.test(text),
      ),
    ).toEqual({})
  })

  it('don’t repeat limits from the code', () => {
    expect(
      everyMessages.flatMap(messages =>
        Object.values(messages).filter(({ message }) =>
          /\b(15|16384|10080|43200|20000|4 MB|one hundred|every hour)\b/.test(message),
        ),
      ),
    ).toEqual([])
  })

  it.each(everyLanguage)('quote settings and buttons by their names in %s', (_, messages) => {
    for (const [quoting, quoted] of [
      ['popup_changeMatching', 'options_onlyMatchingRoles'],
      ['options_teamAllowFirst', 'options_teamAllow'],
      ['options_syncTooLarge', 'options_import'],
      ['options_historyUnreadable', 'options_export'],
    ] as const) {
      expect(messages[quoting]?.message).toContain(messages[quoted]?.message)
    }
  })
})
