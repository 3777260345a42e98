import type { ElementFacts, Surface } from '../browsers/driver'

const searchBox = { role: 'combobox', name: 'Search roles' } as const

/** The popup, as those see it who use it. */
export type Menu = ReturnType<typeof menu>

/** The popup with what a user finds and does in it. What isn't shown is `undefined`, or an empty list. */
export function menu(popup: Surface) {
  const text = async (css: string) => (await popup.all({ css }))[0]?.text
  const rows = () => popup.all({ role: 'option' })
  const searched = async () => (await popup.all(searchBox))[0]
  const sessions = () => popup.all({ css: '.sessions li' })
  return {
    ...popup,

    /** The rows in the document, as a screen reader is told them. */
    rows,
    /** Their accessible names, which begin with the profile's. */
    rowNames: async () => (await rows()).map(({ name }) => name),
    /** The profiles of the rows. */
    roles: async () => (await rows()).map(profileName),
    /** The row that is selected, also while the search box doesn't name it as the active one. */
    selectedRow: async () => (await rows()).find(({ attributes }) => attributes['aria-selected'] === 'true'),
    /**
     * The profile of the row that is selected, which the combobox names as the active one.
     * @throws unless there is exactly one.
     */
    async activeRole(): Promise<string> {
      const selected = (await rows()).filter(({ attributes }) => attributes['aria-selected'] === 'true')
      const box = await searched()
      const active = selected.filter(
        ({ attributes }) => attributes.id === box?.attributes['aria-activedescendant'],
      )
      if (selected.length !== 1 || !active[0]) throw new Error('There is not exactly one active row.')
      return profileName(active[0])
    },

    /** Replaces what is in the search box. */
    search: (query: string) => popup.fill(searchBox, query),
    /** What is in the search box; undefined if there is none. */
    query: async () => (await searched())?.value,
    /** Whether the search box has the focus, and so takes keys. */
    takesKeys: async () => (await searched())?.focused,
    /** How often what was searched for is highlighted. */
    highlights: async () => (await popup.all({ css: 'mark' })).length,

    says: () => says(popup),
    /** All text that is shown. */
    shownText: async () => (await text('body')) ?? '',
    /** What stands above a notice or a panel. */
    heading: () => text('h2'),
    /** Opens the possible causes of what is said. */
    showCauses: () => popup.click({ css: 'summary' }),
    /** How long the role's session has lasted, or still lasts. */
    clock: () => text('.clock'),
    /** The sentence that explains the clock. */
    clockTitle: async () => (await popup.all({ css: '.clock' }))[0]?.attributes.title,
    /** Where the line below the list begins, in CSS pixels from the top. */
    footerTop: async () => (await popup.all({ css: 'footer' }))[0]?.box.y,
    images: () => popup.all({ css: 'img' }),
    /** Those in the rows. */
    roleImages: () => popup.all({ css: '[role=option] img' }),

    /** The text of the panel that is open in place of the list. */
    panel: () => text('.panel'),
    help: () => text('.help'),
    /** The reasons why roles are hidden. */
    hiddenRoles: () => text('.hidden-roles'),

    /** Whether the panel of a role is open. */
    showsActions: async () => (await popup.all({ css: '.actions' })).length === 1,
    /** The commands of a role's panel, and the hint that some are missing. */
    commands: () =>
      popup.evaluate(() =>
        Array.from(document.querySelectorAll('.actions code, .actions .hint'), it => it.textContent),
      ),

    /** The question that stands before a switch. */
    question: () => text('.confirm'),
    /** How many colors or images the question shows. */
    questionSwatches: async () => (await popup.all({ css: '.confirm .swatch' })).length,
    /** Whether the question's button takes a press: it takes none of habit. */
    async canConfirm(name = 'Switch'): Promise<boolean> {
      const [button] = await popup.all({ role: 'button', name })
      return button?.attributes['aria-disabled'] === 'false'
    },

    /** The open sessions, each as its text. */
    sessions: async () => (await sessions()).map(({ text }) => text),
    /** One of the open sessions, counted from 0. */
    session: (index: number) => ({
      signOut: () => popup.click({ css: `.sessions li:nth-child(${index + 1}) .button:last-child` }),
    }),
  }
}

/** The alerts and statuses of a page of the extension's, beside what else it shows. */
export async function says(page: Surface): Promise<string> {
  const said = [...(await page.all({ role: 'alert' })), ...(await page.all({ role: 'status' }))]
  return said.map(({ text }) => text).join('\n')
}

/** The profile that a row is for. A row's name starts with it; those in the tests hold no blanks. */
export function profileName({ name }: ElementFacts): string {
  return name.split(' ')[0] ?? ''
}
