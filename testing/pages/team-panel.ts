import type { Surface } from '../browsers/driver'
import { bySelector } from './by-selector'

/** The team list's panel in the options page. */
export function teamOf(page: Surface) {
  const { text, texts, count } = bySelector(page)
  return {
    /** The text in the field for the URL. */
    url: async () => (await page.all({ css: '#team-url' }))[0]?.value,
    /** The state of the list, as a sentence. */
    state: () => text('.team .sync-state'),
    /** The message about an invalid URL. */
    problem: () => text('#team-problem'),
    /** Where the list was found after a redirect. */
    redirect: () => text('.team-redirected'),
    /** The roles that the last change leads elsewhere, each as a sentence. */
    moves: () => texts('.elsewhere'),
    /** Returns how many changes are shown. */
    changes: () => count('.changed-profiles'),

    /** Opens the fields for a token, in the form for the URL, and fills them. */
    async enterToken(name: string, value: string): Promise<void> {
      await page.click({ css: '.team-token summary' })
      await page.fill({ role: 'textbox', name: 'Header name' }, name)
      await page.fill({ label: 'Header value' }, value)
    },
    /** Opens or closes the further settings. */
    toggleMore: () => page.click({ css: '.team-further summary' }),
    showsMore: async () => (await count('.team-further[open]')) > 0,
    async addHeader(name: string, value: string): Promise<void> {
      await page.fill({ role: 'textbox', name: 'Header name' }, name)
      await page.fill({ label: 'Header value' }, value)
      await page.click({ css: '.team-further form button[type=submit]' })
    },
    headers: () => texts('.team-headers li'),
  }
}

/** The part of the panel for extensions that may send a list. */
export function sendersOf(page: Surface) {
  const { text, texts, count } = bySelector(page)
  const approval = '.senders li input[type=checkbox]'
  return {
    /** Opens or closes this part. */
    toggle: () => page.click({ css: '.senders summary' }),
    async allow(id: string): Promise<void> {
      await page.fill({ label: 'Extension id' }, id)
      await page.click({ css: '.senders form button' })
    },
    /** The message about an invalid id. */
    problem: () => text('#sender-problem'),
    text: () => text('.senders'),
    /** Returns how many extensions may send. */
    count: () => count('.sender'),
    /** Returns how many extensions the user can remove. */
    removable: () => count('.senders .icon-button'),
    /** The state of each extension's list, as a sentence. */
    states: () => texts('.senders .sync-state'),

    /** A change that is shown or waits for approval. */
    change: () => text('.senders .team-change'),
    /** The profiles that it changes. */
    changedProfiles: () => text('.senders .changed-profiles'),
    /** Clicks the change's button. */
    answerChange: () => page.click({ css: '.senders .team-change button' }),
    /** Turns *Ask before applying changes* on or off for the first extension. */
    toggleApproval: () => page.click({ css: approval }),
    asks: async () => (await page.all({ css: approval }))[0]?.checked,
  }
}
