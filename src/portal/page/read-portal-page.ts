/** What the portal's page says about itself, unchecked, as plain strings of bounded length and number. */
export interface RawPage {
  readonly kind: 'page'
  readonly origin: string
  /** The page's own settings, JSON. */
  readonly env?: string
  /** The region that older pages name. */
  readonly region?: string
  readonly links: readonly { readonly href: string; readonly name: string }[]
}

/**
 * Runs inside the portal's page, in the extension's own world: reads the region that the page names, and the links to roles
 * that it shows with the account's name from the row above them. Self-contained, because the browser sends its source text to
 * the page. Source of the names: docs/portal.md, “The page”. Never throws.
 */
export function readPortalPage(maxLinks: number): RawPage {
  const shown = (element: Element | null | undefined, longest: number) =>
    (element?.textContent ?? '').trim().slice(0, longest)
  const links: { href: string; name: string }[] = []
  let env = ''
  let region = ''
  try {
    env = shown(document.querySelector('#env'), 16_384)
    region = document.querySelector('meta[name="region"]')?.getAttribute('content')?.slice(0, 100) ?? ''
    let name = ''
    const wanted = 'tr[aria-level="1"], a[href*="#/console?account_id="]'
    for (const element of document.querySelectorAll(wanted)) {
      if (links.length >= maxLinks) break
      if (element.matches('tr')) {
        name = shown(element.querySelector('[data-testid="account-list-cell"]'), 1_000)
      } else links.push({ href: (element.getAttribute('href') ?? '').slice(0, 2_000), name })
    }
  } catch {
    // What has been read so far counts.
  }
  return {
    kind: 'page',
    origin: location.origin,
    ...(env !== '' && { env }),
    ...(region !== '' && { region }),
    links,
  }
}
