import type { Surface } from '../browsers/driver'

/** The demo console's facts about who is signed in, and where; '' for those that don't apply. */
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
    /** Why AWS refused, on its own page. */
    refusal: async () => (await page.all({ css: '#error-reason' }))[0]?.text,
    /** Whether it is AWS's own form for a switch. */
    isSwitchForm: async () => (await page.all({ css: '#switch' })).length > 0,
    submitSwitchForm: () => page.click({ css: '#switch' }),
    followLastLink: () => page.click({ css: '.links li:last-child a' }),
    /** Where its parts are. */
    boxes: async () => (await page.all({ css: '#who, .links a, header.nav' })).map(({ box }) => box),
    /** How many frames the extension has put around it. */
    frames: async () => (await page.all({ css: 'html > [data-rolecall]' })).length,
    /** How many elements stand beside `head` and `body` that no screen reader is told of. */
    unspoken: async () => (await page.all({ css: 'html > [aria-hidden]' })).length,
  }
}
