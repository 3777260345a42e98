import type { Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { bySelector } from './by-selector'

/** The part of the options page that fills the list from an access portal. */
export function portalOf(page: Surface) {
  const { text, texts, count } = bySelector(page)
  const openBy = async (css: string) => {
    await page.click({ css })
    await waitFor('the page of the portal', async () => (await count('main.portal')) === 1)
  }
  return {
    /** Opens it from the list's toolbar. */
    open: () => openBy('.toolbar a[href="#roles/portal"]'),
    /** Opens it from the ways to begin. */
    openFromWelcome: () => openBy('.welcome a[href="#roles/portal"]'),
    /** How many accounts, roles, new ones and so on there are. */
    counts: () => texts('.found-counts li'),
    /** What else there is to say about what was found. */
    notes: () => texts('.found-notes li'),
    /** The text of the part about what was found. */
    summary: () => text('.portal-review .card'),
    /** The rows in view of the new roles, each with whether it is ticked: `true`, `false` or `mixed`. */
    rows: async () =>
      (await page.all({ css: '.picker-row' })).map(({ text, attributes }) => ({
        text: oneLine(text),
        ticked: attributes['aria-checked'],
      })),
    /** Presses the row that contains the text. */
    async press(part: string): Promise<void> {
      await page.click({ role: 'option', name: new RegExp(part) })
    },
    /** The list of the new roles, which takes the keys. */
    picker: { css: '.picker' },
    /** What the names look like. */
    examples: () => texts('.example-name'),
    ownTemplate: { css: '.own-template input' },
    groups: {
      choose: (value: string) =>
        page.evaluate(value => {
          const select = document.querySelector<HTMLSelectElement>('.looks-pair select')
          if (select) select.value = value
          select?.dispatchEvent(new Event('change', { bubbles: true }))
        }, value),
    },
    /** The roles that are gone. */
    gone: async () => (await texts('.gone-roles li')).map(oneLine),
    /** The text of the button that imports, after what is next to it; '' if there is nothing to do. */
    button: async () => oneLine((await text('.portal-import')) ?? ''),
    import: () => page.click({ css: '.portal-import button' }),
  }
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
