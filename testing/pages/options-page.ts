import type { AccessibleFacts, Surface, Target } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { bySelector } from './by-selector'
import { editor, editorOf } from './editor'
import { says } from './menu'
import { portalOf } from './portal-page'
import { stored } from './stored'
import { sendersOf, teamOf } from './team-panel'

/** Controls that the keyboard reaches and that a name alone doesn't identify. */
const controls = {
  addRole: '.toolbar .add-role',
  editRole: '.preview header .button',
  importFile: '.toolbar input[type=file]',
  latestVersion: '.versions button',
  oldestVersion: '.versions li:last-child button',
  /** This and the next one are in the open dialog. */
  cancel: 'dialog footer button',
  restore: 'dialog .primary',
} as const

export type Control = keyof typeof controls

/** The tabs of the options page, by their addresses. */
const tabs = ['roles', 'menu', 'console', 'team', 'history', 'log'] as const

type Tab = (typeof tabs)[number]

const tabOfControl: Readonly<Partial<Record<Control, Tab>>> = {
  addRole: 'roles',
  editRole: 'roles',
  importFile: 'roles',
  latestVersion: 'history',
  oldestVersion: 'history',
}

/** The options page, as its users see it. */
export type OptionsPage = ReturnType<typeof optionsPage>

/** The options page with what a user finds and does in it. Anything that isn't shown is `undefined`, or an empty list. */
export function optionsPage(page: Surface) {
  const { text, texts, count } = bySelector(page)
  const storedSettings = async () => JSON.stringify(await stored(page, 'settings'))
  const isLocked = async (setting: Target) => (await page.all(setting))[0]?.attributes.disabled !== undefined
  const isOn = async (setting: Target) => (await page.all(setting))[0]?.checked
  const isVisible = async (target: Target) => (await page.all(target)).some(({ visible }) => visible)
  const open = async (tab: Tab) => {
    await page.click({ css: `nav a[href="#${tab}"]` })
    await waitFor(`the tab ${tab}`, async () => (await count(`nav a[href="#${tab}"][aria-current]`)) === 1)
  }
  /** Opens the tab that has the control. */
  const openTabOf = async (target: Target) => {
    // Right after its start, Chromium takes a while to return an administrator's settings. Until then no setting is shown.
    await waitFor('the settings', isReady, { timeout: 30_000 })
    for (const tab of tabs) {
      if (await isVisible(target)) return
      await open(tab)
    }
    await waitFor('the control', () => isVisible(target))
  }
  const isAllowed = async () => /: allowed$/.test((await text('#access-label')) ?? '')
  const isReady = async () => (await count('main[aria-busy=false]')) === 1
  const allowConsole = async () => {
    await open('console')
    if (await isAllowed()) return
    await page.click({ css: '#setting-access button' })
    await waitFor('the access', isAllowed)
  }
  return {
    ...page,
    editor: editorOf(page),
    portal: portalOf(page),
    team: teamOf(page),
    senders: { ...sendersOf(page), toggle: () => open('team').then(sendersOf(page).toggle) },

    /** Opens a tab. */
    open,
    openTabOf,
    /** The tab that is open. */
    openTab: async () => (await page.all({ css: 'nav a[aria-current]' }))[0]?.attributes.href?.slice(1),
    /** What needs attention, by tab: a dot with a text for screen readers. */
    attention: async (tab: Tab) => (await texts(`nav a[href="#${tab}"] .attention`))[0]?.replace(/^, /, ''),

    /** Opens the menu of *Export* and presses one of its buttons. */
    async pressExport(name: RegExp): Promise<void> {
      await open('roles')
      await page.click({ role: 'button', name: 'Export' })
      await page.click({ role: 'button', name })
    },

    /** Replaces the text in the editor. */
    async write(text: string): Promise<void> {
      await open('roles')
      await page.fill(editor, text)
    },
    says: () => says(page),
    alerts: async () => (await page.all({ role: 'alert' })).map(({ text }) => text).join('\n'),
    statuses: async () => (await page.all({ role: 'status' })).map(({ text }) => text).join('\n'),
    shownText: async () => (await text('main')) ?? '',
    /** Whether it has checked the text and shows the results. */
    isReady,
    /** Whether it welcomes a newcomer. */
    welcomes: async () => (await count('.welcome')) > 0,
    /** How many roles of each kind were found in what a newcomer chose. */
    found: () => texts('.found-kinds li'),
    /** Whether each of a newcomer's next steps is done. */
    stepsDone: () =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll('.next-steps li'), step => step.classList.contains('done')),
      ),
    /** Watches for the welcome from now on. Returns a function that says whether it was shown again. */
    async watchForWelcome(): Promise<() => Promise<boolean>> {
      await page.evaluate(() => {
        const look = () => {
          if (document.querySelector('.welcome')) document.body.dataset.welcomed = 'again'
        }
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
      })
      return () => page.evaluate(() => document.body.dataset.welcomed !== undefined)
    },
    unsavedNote: () => texts('.unsaved'),
    /** Whether Save would do anything. */
    canSave: async () => (await count('.save button[aria-disabled=false]')) === 1,
    /** What was just done and can be undone, as a sentence; undefined if nothing is offered. */
    undoable: () => text('.toast p'),
    undo: () => page.click({ css: '.toast .button' }),
    /** Points at the offer to undo, which keeps it open. */
    pointAtUndoable: () => page.hover({ css: '.toast p' }),

    /** The messages about lines of the text, errors first. */
    diagnostics: async () =>
      (await page.all({ role: 'button', name: /^(Error|Warning|Notice), line \d+/ })).map(({ name }) => name),
    /** All messages about the text, and how many are left out. */
    messages: () => texts('.messages li'),

    control: (control: Control) => ({
      /** Opens the tab with the control, unless that is in a dialog, and focuses it. */
      async focus(): Promise<void> {
        const tab = tabOfControl[control]
        if (tab) await open(tab)
        await page.evaluate(
          selector => document.querySelector<HTMLElement>(selector)?.focus(),
          controls[control],
        )
      },
      hasFocus: () =>
        page.evaluate(
          selector => document.hasFocus() && document.activeElement?.matches(selector) === true,
          controls[control],
        ),
      /** Chooses a file in this control. */
      choose: (path: string) => page.setFiles({ css: controls[control] }, path),
    }),

    preview: {
      rows: () => previewRows(page),
      rowNames: async () => (await previewRows(page)).map(({ name }) => name),
      selected: async () =>
        (await previewRows(page))
          .filter(({ attributes }) => attributes['aria-selected'] === 'true')
          .map(({ name }) => name),
      text: () => text('.preview'),
      /** What the menu does with the role at the cursor. */
      note: () => text('.preview-note'),
      /** The note that says how many roles aren't available. */
      hiddenNote: () => text('.preview-hidden summary'),
      showHidden: () => page.click({ css: '.preview-hidden summary' }),
      hiddenReasons: () => texts('.preview-hidden li'),
      images: () => page.all({ css: '.preview img' }),
      swatches: () => page.all({ css: '.preview .swatch' }),
      /** Chooses the base account by its profile's name. */
      chooseBase: (name: string) =>
        page.evaluate(name => {
          const select = document.querySelector<HTMLSelectElement>('.preview select')
          if (select) select.value = name
          select?.dispatchEvent(new Event('change', { bubbles: true }))
        }, name),
    },

    history: {
      /** Returns how many saved lists there are. */
      count: () => count('.versions li'),
      /** Compares the latest one with the text. */
      async compareLatest(): Promise<void> {
        await open('history')
        await page.click({ css: controls.latestVersion })
      },
      async compareOldest(): Promise<void> {
        await open('history')
        await page.click({ css: controls.oldestVersion })
      },
    },

    log: {
      /** The cells of each entry, without that of its link. */
      rows: () =>
        page.evaluate(() =>
          Array.from(document.querySelectorAll('table.log tbody tr'), row =>
            Array.from(row.querySelectorAll('th, td:not(:last-child)'), cell =>
              Array.from(
                cell.querySelectorAll('bdi, time, .visually-hidden'),
                ({ textContent }) => textContent,
              )
                .concat(cell.children.length > 0 ? [] : (cell.textContent ?? ''))
                .join(' '),
            ),
          ),
        ),
      /** Where the entries' links lead. */
      links: async () =>
        (await page.all({ css: 'table.log tbody a' })).map(({ attributes }) => attributes.href),
    },

    dialog: {
      text: async () => (await page.all({ role: 'dialog' }))[0]?.text,
      /** Whether an import's button is enabled. */
      /** Returns undefined if no dialog is open. */
      canImport: () =>
        page.evaluate(() => {
          const button = document.querySelector<HTMLButtonElement>('dialog button[type=submit]')
          return button ? !button.disabled : undefined
        }),
      /** Clicks the heading, which does nothing. */
      clickHeading: () => page.click({ css: 'dialog h2' }),
      /** Returns how many controls Tab reaches. Of radio buttons it reaches only the chosen one. */
      countControls: () =>
        page.evaluate(
          () =>
            document.querySelectorAll(
              'dialog :is(button:enabled, input:not([type=radio]), input:checked, select, [tabindex="0"])',
            ).length,
        ),
      /** The lines that it shows as removed, and below those that it shows as added. */
      removedLines: () => texts('dialog del'),
      addedLines: () => texts('dialog ins'),
      /** The summary of what each choice of an import would change. */
      importSummaries: async () => (await texts('.summary')).map(summary => summary.split(/\s*\n\s*/)),
      /** Fields of the role form whose labels also occur elsewhere on the page. */
      nameField: { css: '#role-name-field' },
      groupField: { css: '#role-group-field' },
    },

    sync: {
      /** The states of sync, and of everything else that the page follows. */
      states: () => texts('.sync-state'),
      /** The states that report trouble. */
      troubles: () => texts('.sync-state.troubled'),
      fullness: () => text('.fullness'),
      showsMeter: async () => (await count('.fullness meter')) > 0,
    },

    settings: {
      isOn,
      /**
       * Opens the tab with the checkbox, allows console pages if it needs them, clicks it, and waits until the setting is as
       * wanted, both on the page and in storage: the page shows it at once.
       */
      async turn(checkbox: Target, on: boolean): Promise<void> {
        await openTabOf(checkbox)
        if (await isLocked(checkbox)) await allowConsole()
        const before = await storedSettings()
        await page.click(checkbox)
        await waitFor(
          `the setting to be ${on ? 'on' : 'off'}`,
          async () => (await isOn(checkbox)) === on && (await storedSettings()) !== before,
        )
      },
      /** Whether it can't be changed, because of an administrator or missing access. */
      isLocked,
      /** The backgrounds of the locked options of choices, which lie over the options' names. */
      lockedOptionFills: () =>
        page.evaluate(() =>
          Array.from(
            document.querySelectorAll('.segments input:disabled'),
            option => getComputedStyle(option).backgroundColor,
          ),
        ),
      /** Whether the page uses the theme. */
      hasTheme: async (theme: 'dark' | 'light') => (await count(`[data-theme="${theme}"]`)) === 1,
      /** The notes that say that an administrator has set something. */
      setByOrganization: () => texts('.set-by-organization'),
      /** The groups that switches have to be confirmed in. */
      chosenGroups: () => texts('.chip bdi:not(.suggestion bdi)'),
      /** The state of the access to console pages, in words. */
      access: () => text('#access-label'),
      /** Opens the console's tab and allows its pages; the browser grants that. */
      allowConsole,
      /** Presses the button that allows console pages, or stops that. */
      async pressAccess(): Promise<void> {
        await open('console')
        await page.click({ css: '#setting-access button' })
      },
      async disallowConsole(): Promise<void> {
        await open('console')
        await page.click({ css: '#setting-access button' })
        await waitFor('the access to end', async () => !(await isAllowed()))
      },
      isConsoleAllowed: isAllowed,
      /** The mistakes in an administrator's settings. */
      policyProblems: () => texts('.policy-problems li'),
    },
  }
}

/** Returns the rows of the options page's preview, without the choices of its fields. */
async function previewRows(page: Surface): Promise<readonly AccessibleFacts[]> {
  return (await page.all({ role: 'option' })).filter(({ attributes }) => attributes.role === 'option')
}

/** Returns how many rows the options page's preview has. */
export async function previewLength(page: Surface): Promise<number> {
  return (await page.all({ css: '.preview [role=option]' })).length
}
