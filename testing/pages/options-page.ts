import type { ElementFacts, Surface, Target } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { editor, editorOf } from './editor'
import { says } from './menu'
import { sendersOf, teamOf } from './team-panel'

/** What can be reached by the keyboard, where a name alone doesn't say which one it is. */
const controls = {
  addRole: '.preview header .button:last-child',
  editRole: '.preview header .button:not(:last-child)',
  importFile: '.toolbar input[type=file]',
  latestVersion: '.version',
  oldestVersion: '.versions li:last-child button',
  /** Of the open dialog, as are those below. */
  cancel: 'dialog footer button',
  restore: 'dialog .primary',
} as const

export type Control = keyof typeof controls

/** The options page, as those see it who use it. */
export type OptionsPage = ReturnType<typeof optionsPage>

/** The options page with what a user finds and does in it. What isn't shown is `undefined`, or an empty list. */
export function optionsPage(page: Surface) {
  const texts = async (css: string) => (await page.all({ css })).map(({ text }) => text.trim())
  const text = async (css: string) => (await page.all({ css }))[0]?.text
  const count = async (css: string) => (await page.all({ css })).length
  const isOn = async (setting: Target) => (await page.all(setting))[0]?.checked
  return {
    ...page,
    editor: editorOf(page),
    team: teamOf(page),
    senders: sendersOf(page),

    /** Writes the text in place of the one in the editor. */
    write: (text: string) => page.fill(editor, text),
    says: () => says(page),
    alerts: async () => (await page.all({ role: 'alert' })).map(({ text }) => text).join('\n'),
    statuses: async () => (await page.all({ role: 'status' })).map(({ text }) => text).join('\n'),
    shownText: async () => (await text('main')) ?? '',
    /** Whether it has checked the text and shows what it knows of it. */
    isReady: async () => (await count('.side')) === 1,
    /** Whether it welcomes a newcomer. */
    welcomes: async () => (await count('.welcome')) > 0,
    /** Watches for it from now on. Gives a function that says whether it was there again. */
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

    /** The messages about the text, those with a line: errors first. */
    diagnostics: async () =>
      (await page.all({ role: 'button', name: /^(Error|Warning|Notice), line \d+/ })).map(({ name }) => name),
    /** All messages about the text, and the number of those that are left out. */
    messages: () => texts('.messages li'),

    control: (control: Control) => ({
      focus: () =>
        page.evaluate(selector => document.querySelector<HTMLElement>(selector)?.focus(), controls[control]),
      hasFocus: () =>
        page.evaluate(
          selector => document.hasFocus() && document.activeElement?.matches(selector) === true,
          controls[control],
        ),
      /** Chooses a file in it. */
      choose: (path: string) => page.setFiles({ css: controls[control] }, path),
    }),

    preview: {
      rows: () => previewRows(page),
      rowNames: async () => (await previewRows(page)).map(({ name }) => name),
      selected: async () =>
        (await page.all({ css: '.preview [aria-selected=true]' })).map(({ name }) => name),
      text: () => text('.preview'),
      /** How many roles aren't available there. */
      hiddenNote: () => text('.preview-hidden'),
      images: () => page.all({ css: '.preview img' }),
      swatches: () => page.all({ css: '.preview .swatch' }),
      /** Chooses the base account by its profile's name. */
      chooseBase: (name: string) =>
        page.evaluate(name => {
          const select = document.querySelector('select')
          if (select) select.value = name
          select?.dispatchEvent(new Event('change', { bubbles: true }))
        }, name),
    },

    history: {
      /** How many saved texts there are. */
      count: () => count('.version'),
      /** Compares the latest of them with the text. */
      compareLatest: () => page.click({ css: '.version' }),
      compareOldest: () => page.click({ css: '.versions li:last-child button' }),
    },

    dialog: {
      text: async () => (await page.all({ role: 'dialog' }))[0]?.text,
      /** Whether its button takes a press, where it is an import. */
      canImport: () =>
        page.evaluate(
          () => document.querySelector<HTMLButtonElement>('dialog button[type=submit]')?.disabled === false,
        ),
      /** Presses where there is nothing to press. */
      clickHeading: () => page.click({ css: 'dialog h2' }),
      /** How many controls Tab leads to: of radio buttons only the chosen one. */
      countControls: () =>
        page.evaluate(
          () =>
            document.querySelectorAll(
              'dialog :is(button:enabled, input:not([type=radio]), input:checked, select, [tabindex="0"])',
            ).length,
        ),
      /** The differences that it shows, each with its sign. */
      removedLines: () => texts('dialog del'),
      addedLines: () => texts('dialog ins'),
      /** What each choice of an import would change. */
      importSummaries: async () => (await texts('.summary')).map(summary => summary.split(/\s*\n\s*/)),
      /** The fields of the form of a role whose labels stand elsewhere in the page too. */
      nameField: { css: '#role-name-field' },
      groupField: { css: '#role-group-field' },
    },

    sync: {
      /** What the page says of it, and of what else it keeps. */
      states: () => texts('.sync-state'),
      /** Those of them that tell of trouble. */
      troubles: () => texts('.sync-state.troubled'),
      fullness: () => text('.fullness'),
      showsMeter: async () => (await count('.fullness meter')) > 0,
    },

    settings: {
      isOn,
      /** Presses the checkbox, and waits until it is as wanted. */
      async turn(checkbox: Target, on: boolean): Promise<void> {
        // Chromium tells late what administrators have set, when it has just started: until then no setting is shown.
        await page.click(checkbox, { timeout: 30_000 })
        await waitFor(`the setting to be ${on ? 'on' : 'off'}`, async () => (await isOn(checkbox)) === on)
      },
      /** Whether an administrator has set it, so that it can't be changed. */
      isLocked: async (setting: Target) => (await page.all(setting))[0]?.attributes.disabled !== undefined,
      /** Whether the page has taken the theme. */
      hasTheme: async (theme: 'dark' | 'light') => (await count(`[data-theme="${theme}"]`)) === 1,
      /** The notes that an administrator has set something. */
      setByOrganization: () => texts('.set-by-organization'),
      /** What an administrator has set wrongly. */
      policyProblems: () => texts('.policy-problems li'),
    },
  }
}

/** The rows of the options page's preview. */
export function previewRows(page: Surface): Promise<readonly ElementFacts[]> {
  return page.all({ css: '.preview [role=option]' })
}
