import { setTimeout as delay } from 'node:timers/promises'
import { type ExpectMatcherState, expect as plain } from '@playwright/test'
import type { Driver, Surface, Target } from './browsers/driver'
import { expectPauseMs, expectTimeoutMs } from './expect-timing'
import type { Who } from './pages/console-page'
import { menu, says } from './pages/menu'
import { optionsPage } from './pages/options-page'
import { badge } from './steps/badge'
import { activeTab, who } from './steps/console'
import { textInForce } from './steps/sync'

/** Some of the demo console's facts, each as a value or as one of `expect`'s patterns. */
type Facts = { readonly [Fact in keyof Who]?: unknown }

interface WaitLimit {
  /** In milliseconds; by default the time set in playwright.config.ts. */
  readonly timeout?: number
}

/**
 * Playwright's `expect` with matchers for the extension's pages and the browser. These matchers and `poll` retry until they
 * hold, even after an error, and fail with the last error.
 */
export const expect = withRetryingPoll(
  plain.extend({
    /** The page's alerts and statuses contain the text, or match. */
    toSay(this: ExpectMatcherState, page: Surface, words: string | RegExp, limit: WaitLimit = {}) {
      return eventually(
        this,
        () => says(page),
        said => (typeof words === 'string' ? said.toContain(words) : said.toMatch(words)),
        limit,
      )
    },

    /** The menu has rows of these profiles, in this order, and no others. */
    toShowRoles(this: ExpectMatcherState, popup: Surface, ...profiles: string[]) {
      return eventually(this, menu(popup).roles, shown => shown.toEqual(profiles))
    },

    /** There are `count` such elements, one by default. Negated: there is none. */
    toShow(this: ExpectMatcherState, page: Surface, target: Target, count = 1) {
      const ask = async () =>
        (await page.all(target)).map(facts => ('name' in facts && facts.name) || facts.text)
      const { isNot, timeout } = this
      return isNot
        ? eventually({ isNot: false, timeout }, ask, shown => shown.toEqual([]), {}, true)
        : eventually({ isNot, timeout }, ask, shown => shown.toHaveLength(count))
    },

    /** The messages about the list, errors first, match these, one by one. */
    toHaveDiagnostics(this: ExpectMatcherState, options: Surface, ...messages: RegExp[]) {
      const wanted = messages.map(message => plain.stringMatching(message))
      return eventually(this, optionsPage(options).diagnostics, told => told.toEqual(wanted))
    },

    /** The list that is stored and in use is this text. Takes an extension page. */
    toHaveInForce(this: ExpectMatcherState, page: Surface, text: unknown) {
      return eventually(
        this,
        () => textInForce(page),
        inForce => inForce.toEqual(text),
      )
    },

    /** The tab, or the browser's active tab, is a page of the demo console with these facts. */
    toShowConsole(this: ExpectMatcherState, place: Driver | Surface, facts: Facts) {
      return eventually(
        this,
        async () => who(await tabOf(place)),
        shown => shown.toMatchObject(facts),
      )
    },

    /** The tab, or the browser's active tab, has this address, or one that matches. */
    toBeAt(this: ExpectMatcherState, place: Driver | Surface, url: string | RegExp) {
      return eventually(
        this,
        async () => (await tabOf(place)).url(),
        found => (typeof url === 'string' ? found.toBe(url) : found.toMatch(url)),
      )
    },

    toBeTitled(this: ExpectMatcherState, page: Surface, title: string | RegExp) {
      return eventually(
        this,
        () => page.title(),
        found => (typeof title === 'string' ? found.toBe(title) : found.toMatch(title)),
      )
    },

    toBeClosed(this: ExpectMatcherState, page: Surface) {
      return eventually(
        this,
        () => page.isOpen(),
        open => open.toBe(false),
      )
    },

    /** The toolbar button has such a badge over the active tab; the color is six hex digits. */
    toHaveBadge(
      this: ExpectMatcherState,
      driver: Driver,
      wanted: Partial<Awaited<ReturnType<typeof badge>>>,
    ) {
      return eventually(
        this,
        () => badge(driver),
        shown => shown.toMatchObject(wanted),
      )
    },
  }),
)

function tabOf(place: Driver | Surface): Promise<Surface> | Surface {
  return 'tabs' in place ? activeTab(place) : place
}

/** Playwright's assertions on a value. */
type Assertion = ReturnType<typeof plain<unknown>>

/**
 * Retries until the assertion holds for the answer. `negated` says whether the matcher itself must report the opposite, which
 * `isNot` usually implies.
 */
async function eventually<T>(
  { isNot, timeout: usual }: Pick<ExpectMatcherState, 'isNot' | 'timeout'>,
  ask: () => Promise<T>,
  assert: (answer: Assertion) => void,
  { timeout = usual }: WaitLimit = {},
  negated = isNot,
) {
  const end = Date.now() + timeout
  for (;;) {
    try {
      const answer = plain<unknown>(await ask())
      assert(isNot ? answer.not : answer)
      return { pass: !negated, message: () => '' }
    } catch (error) {
      if (Date.now() > end) {
        return { pass: negated, message: () => `${messageOf(error)}\n\nWaited ${timeout / 1000} s for it.` }
      }
    }
    await delay(expectPauseMs)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/**
 * Playwright's own `poll` asks after 100, 250, 500 and 1,000 ms, and gives up at the first error, which a page that is just
 * changing may cause.
 */
function withRetryingPoll<E extends typeof plain>(extended: E): E {
  const poll: E['poll'] = (probe, options = {}) => {
    const { timeout = expectTimeoutMs, ...rest } =
      typeof options === 'string' ? { message: options } : options
    // Gives up just before Playwright, which would report only a timeout.
    const end = Date.now() + timeout - 2 * expectPauseMs
    const insist = async () => {
      for (;;) {
        try {
          return await probe()
        } catch (error) {
          if (Date.now() > end) throw error
          await delay(expectPauseMs)
        }
      }
    }
    return extended.poll(insist, { intervals: [expectPauseMs], timeout, ...rest })
  }
  return new Proxy(extended, {
    get: (target, key, receiver) => (key === 'poll' ? poll : Reflect.get(target, key, receiver)),
  })
}
