import type { AccessibleFacts, Surface } from '../browsers/driver'
import { bySelector } from './by-selector'

const searchBox = { role: 'combobox', name: 'Search roles' } as const

/** The popup, as its users see it. */
export type Menu = ReturnType<typeof menu>

/** The popup with what a user finds and does in it. Anything that isn't shown is `undefined`, or an empty list. */
export function menu(popup: Surface) {
  const { text, texts, count } = bySelector(popup)
  const rows = () => popup.all({ role: 'option' })
  const searched = async () => (await popup.all(searchBox))[0]
  return {
    ...popup,

    /** The rows in the document, as a screen reader sees them. */
    rows,
    /** The rows' accessible names, which begin with the profile's name. */
    rowNames: async () => (await rows()).map(({ name }) => name),
    /** The profiles of the rows. */
    roles: async () => (await rows()).map(profileName),
    /** The selected row, even while the search box doesn't name it as the active one. */
    selectedRow: async () => (await rows()).find(({ attributes }) => attributes['aria-selected'] === 'true'),
    /**
     * Returns the selected row's profile, which the combobox names as the active one.
     * @throws unless there is exactly one.
     */
    async activeRole(): Promise<string> {
      const selected = (await rows()).filter(({ attributes }) => attributes['aria-selected'] === 'true')
      const box = await searched()
      const active = selected.filter(
        ({ attributes }) => attributes.id === box?.attributes['aria-activedescendant'],
      )
      if (selected.length !== 1 || !active[0]) throw new Error('There isn’t exactly one active row.')
      return profileName(active[0])
    },

    /** Replaces the text in the search box. */
    search: (query: string) => popup.fill(searchBox, query),
    /** How many roles can be searched. */
    roleCount: async () => Number((await searched())?.attributes.placeholder?.replace(/\D/g, '')),
    /** The text in the search box; undefined if there is no search box. */
    query: async () => (await searched())?.value,
    /** Whether the search box has the focus, and so gets the keys. */
    takesKeys: async () => (await searched())?.focused,
    /** Returns how many stretches are highlighted as matches. */
    highlights: () => count('mark'),

    /** The groups that the search can be narrowed down to. */
    groups: () => texts('.group-chips .chip'),
    /** The ends of the names that are too long for their rows, as far as they are shown whole. */
    nameEnds: () =>
      popup.evaluate(() =>
        Array.from(document.querySelectorAll('.role-name-tail'))
          .filter(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)
          .map(({ textContent }) => textContent ?? ''),
      ),
    /** Where each account begins, in CSS pixels from the left. */
    accountStarts: async () => (await popup.all({ css: '.role-account' })).map(({ box }) => box.x),
    /** Where the user is, below the list. */
    place: async () => (await text('.session')) ?? '',

    says: () => says(popup),
    /** All text that is shown. */
    shownText: async () => (await text('body')) ?? '',
    /** The heading of a notice or a panel. */
    heading: () => text('h2'),
    /** Opens the list of possible causes. */
    showCauses: () => popup.click({ css: 'summary' }),
    /** How long the role's session has lasted, or how long it has left. */
    clock: () => text('.clock'),
    /** The sentence that explains the clock. */
    clockTitle: async () => (await popup.all({ css: '.clock' }))[0]?.attributes.title,
    /** Where the line below the list begins, in CSS pixels from the top. */
    footerTop: async () => (await popup.all({ css: 'footer' }))[0]?.box.y,
    images: () => popup.all({ css: 'img' }),
    /** The images in the rows. */
    roleImages: () => popup.all({ css: '[role=option] img' }),

    /** What Rolecall says about the access portal. */
    portal: async () => (await text('.notice.portal')) ?? '',
    /** Its heading, with the numbers of accounts and roles. */
    portalTitle: () => text('.notice.portal h2'),
    /** Opens what else there is to know about the portal. */
    showPortalDetails: () => popup.click({ css: '.notice.portal summary' }),

    /** The text of the panel that replaces the list. */
    panel: () => text('.panel'),
    help: () => text('.help'),
    /** The reasons why roles are hidden. */
    hiddenRoles: () => text('.hidden-roles'),

    /** Whether the panel of a role is open. */
    showsActions: async () => (await count('.actions')) === 1,
    /** The commands of a role's panel, and the hint that some are missing. */
    commands: () =>
      popup.evaluate(() =>
        Array.from(document.querySelectorAll('.actions code, .actions .hint'), it => it.textContent),
      ),

    /** The confirmation before a switch. */
    question: () => text('.confirm'),
    /** Returns how many colors or images the confirmation shows. */
    questionSwatches: () => count('.confirm .swatch'),
    /** Whether the confirmation's button is ready: it ignores a press that comes too soon. */
    async canConfirm(name = 'Switch'): Promise<boolean> {
      const [button] = await popup.all({ role: 'button', name })
      return button?.attributes['aria-disabled'] === 'false'
    },

    /** The profiles of the ticked rows in the document. */
    async ticked(): Promise<readonly string[]> {
      const [list] = await popup.all({ role: 'listbox', name: 'Roles' })
      if (list?.attributes['aria-multiselectable'] !== 'true') return []
      const selected = (await rows()).filter(({ attributes }) => attributes['aria-selected'] === 'true')
      return selected.map(profileName)
    },
    /** Each of several roles, with what became of it. */
    results: () => texts('.several li'),

    /** The text of each open session. */
    sessions: () => texts('.sessions li'),
    /** One of the open sessions, counted from 0. */
    session: (index: number) => ({
      signOut: () => popup.click({ css: `.sessions li:nth-child(${index + 1}) .button:last-child` }),
    }),
  }
}

/** Returns the text of the alerts and statuses of an extension page. */
export async function says(page: Surface): Promise<string> {
  const said = [...(await page.all({ role: 'alert' })), ...(await page.all({ role: 'status' }))]
  return said.map(({ text }) => text).join('\n')
}

/** Returns a row's profile. A row's name starts with it, and names in the tests have no spaces. */
export function profileName({ name }: AccessibleFacts): string {
  return name.split(' ')[0] ?? ''
}
