import type { PageFacts } from '../page-facts'

/**
 * Runs inside the console page, in its main world, and copies what the page says about its session. Self-contained, because
 * the browser sends its source text to the page. Returns plain strings of at most 16,384 characters, whatever the page
 * contains, and never throws. Copies only the location of the CSRF token, not the token. Source of the names:
 * docs/console.md, “Page facts”.
 */
export function readPage(): PageFacts {
  const facts: Record<string, string> = {}
  const keep = (name: keyof PageFacts, ...sources: (() => unknown)[]) => {
    for (const source of sources) {
      try {
        const value = source()
        if (typeof value !== 'string' || value.trim() === '') continue
        facts[name] = value.trim().slice(0, 16_384)
        return
      } catch {
        // One of the page's getters threw: treat the value as absent.
      }
    }
  }
  const page = window as {
    ConsoleNavService?: { AccountInfo?: Record<string, unknown> }
  }
  const info = (name: string) => () => page.ConsoleNavService?.AccountInfo?.[name]
  const attribute = (css: string) => () => document.querySelector(css)?.getAttribute('content')
  const isThere = (css: string) => typeof document.querySelector(css)?.textContent === 'string'
  const shown = (css: string) => () => document.querySelector(css)?.textContent

  keep('sessionData', attribute('meta[name="awsc-session-data"]'))
  keep('signInEndpoint', attribute('#awsc-signin-endpoint'))
  keep('loginAccount', info('loginDisplayNameAccount'), shown('#awsc-login-display-name-account'))
  keep('loginUser', info('loginDisplayNameUser'), shown('#awsc-login-display-name-user'))
  keep('roleAccount', info('roleDisplayNameAccount'), shown('#awsc-role-display-name-account'))
  keep('roleUser', info('roleDisplayNameUser'), shown('#awsc-role-display-name-user'))
  keep('form', () => (isThere('#awsc-login-display-name-account') ? 'elements' : undefined))
  keep('loadedFor', () => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const loaded = navigation?.loadEventStart
    return document.readyState === 'complete' && loaded
      ? String(Math.round(performance.now() - loaded))
      : undefined
  })
  return facts
}
