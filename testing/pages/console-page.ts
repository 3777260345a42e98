import type { Surface } from '../browsers/driver'
import { bySelector } from './by-selector'

/** The demo console's facts about the user, the role and the page; '' for those that don't apply. */
export interface Who {
  readonly mode: string
  readonly partition: string
  readonly account: string
  readonly user: string
  readonly 'role-account': string
  readonly 'role-name': string
  readonly 'display-name': string
  readonly color: string
  readonly region: string
  readonly session: string
  readonly url: string
}

/** A page of the demo console or of its sign-in host, with what a user finds and does there. */
export function consolePage(page: Surface) {
  const { text, count } = bySelector(page)
  return {
    /** The facts on the page; undefined for a page that has none. */
    async who(): Promise<Who | undefined> {
      const facts = await page.all({ css: '#who dd' })
      const said = facts.map(({ attributes }) => [
        attributes.id?.replace('who-', ''),
        attributes['data-value'],
      ])
      return said.length > 0 ? (Object.fromEntries(said) as unknown as Who) : undefined
    },
    /** The reason that AWS's own error page gives. */
    refusal: () => text('#error-reason'),
    /** Whether it is AWS's own form for a switch. */
    isSwitchForm: async () => (await count('#switch')) > 0,
    submitSwitchForm: () => page.click({ css: '#switch' }),
    followLastLink: () => page.click({ css: '.links li:last-child a' }),
    /** The positions of its parts, to see whether they move. */
    boxes: async () => (await page.all({ css: '#who, .links a, header.nav' })).map(({ box }) => box),
    /** How many frames the extension has put around it. */
    frames: () => count('html > [data-rolecall]'),
    /** Returns how many elements next to `head` and `body` are hidden from screen readers. */
    unspoken: () => count('html > [aria-hidden]'),
  }
}
