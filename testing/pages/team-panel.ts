import type { Surface } from '../browsers/driver'

/** The panel of the team's list in the options page. */
export function teamOf(page: Surface) {
  const text = async (css: string) => (await page.all({ css }))[0]?.text
  return {
    /** What is in the field for the URL. */
    url: async () => (await page.all({ role: 'textbox', name: 'Team URL' }))[0]?.value,
    /** What it says of the list. */
    state: () => text('.team .sync-state'),
    /** What is wrong with the URL. */
    problem: () => text('#team-problem'),
    /** Where the list was found after a redirect. */
    redirect: () => text('.team-redirected'),
    /** The roles that lead elsewhere since the last change, each as a sentence. */
    moves: async () => (await page.all({ css: '.elsewhere' })).map(({ text }) => text),
    /** How many changes are told. */
    changes: async () => (await page.all({ css: '.changed-profiles' })).length,

    /** Opens or closes what else can be set. */
    toggleMore: () => page.click({ css: '.team-more summary' }),
    showsMore: async () => (await page.all({ css: '.team-more[open]' })).length > 0,
    async addHeader(name: string, value: string): Promise<void> {
      await page.fill({ role: 'textbox', name: 'Header name' }, name)
      await page.fill({ label: 'Header value' }, value)
      await page.click({ css: '.team-more form button[type=submit]' })
    },
    headers: async () => (await page.all({ css: '.team-headers li' })).map(({ text }) => text),
  }
}

/** The part of that panel for extensions that may send a list. */
export function sendersOf(page: Surface) {
  const text = async (css: string) => (await page.all({ css }))[0]?.text
  const approval = '.senders li input[type=checkbox]'
  return {
    /** Opens or closes them. */
    toggle: () => page.click({ css: '.senders summary' }),
    async allow(id: string): Promise<void> {
      await page.fill({ label: 'Extension id' }, id)
      await page.click({ css: '.senders form button' })
    },
    /** What is wrong with the id. */
    problem: () => text('#sender-problem'),
    text: () => text('.senders'),
    /** How many extensions may send. */
    count: async () => (await page.all({ css: '.sender' })).length,
    /** How many of them the user can take out. */
    removable: async () => (await page.all({ css: '.senders .icon-button' })).length,
    /** What is said of each of them. */
    states: async () => (await page.all({ css: '.senders .sync-state' })).map(({ text }) => text),

    /** A change that is told, or waits. */
    change: () => text('.senders .team-change'),
    /** The profiles that it changes. */
    changedProfiles: () => text('.senders .changed-profiles'),
    /** Presses the change's button. */
    answerChange: () => page.click({ css: '.senders .team-change button' }),
    /** Turns asking before changes on or off, for the first extension. */
    toggleApproval: () => page.click({ css: approval }),
    asks: async () => (await page.all({ css: approval }))[0]?.checked,
  }
}
