import type { Surface } from '../browsers/driver'

export const editor = { role: 'textbox', name: 'Your list' } as const

const completion = { css: '.cm-tooltip-autocomplete [aria-selected="true"]' } as const

/** The editor of the options page. Only the lines in view are in the page. */
export function editorOf(page: Surface) {
  const texts = async (css: string) => (await page.all({ css })).map(({ text }) => text.trim())
  return {
    lines: () => page.all({ css: '.cm-line' }),
    lineNumbers: () => page.all({ css: '.cm-lineNumbers .cm-gutterElement' }),
    /** The line with the cursor. */
    activeLine: () => texts('.cm-activeLine'),
    /** What is colored as the part. */
    colored: (part: 'header' | 'key' | 'comment') => texts(`.ini-${part}`),
    /** The color of the first such part, as CSS. */
    colorOf: (part: 'header' | 'key' | 'comment') =>
      page.evaluate(selector => {
        const element = document.querySelector(selector)
        return element ? getComputedStyle(element).color : undefined
      }, `.ini-${part}`),
    /** What the browser's color picker, a window of its own, tells the first swatch. */
    pickColor: (color: string) =>
      page.evaluate(color => {
        const input = document.querySelector<HTMLInputElement>('.cm-swatch')
        if (input) input.value = color
        input?.dispatchEvent(new Event('input', { bubbles: true }))
      }, color),

    dropFile: (name: string, content: string) =>
      page.evaluate(
        (name, content) => {
          const dataTransfer = new DataTransfer()
          dataTransfer.items.add(new File([content], name))
          const how = { dataTransfer, bubbles: true, cancelable: true }
          document.querySelector('.cm-content')?.dispatchEvent(new DragEvent('drop', how))
        },
        name,
        content,
      ),
    /**
     * Presses Ctrl and a key of any layout, by what it writes and where it is. Gives whether the page takes it: else the
     * browser's own dialog would open.
     */
    takesShortcut: (key: string, code: string) =>
      page.evaluate(
        (key, code) => {
          const how = { key, code, ctrlKey: true, bubbles: true, cancelable: true }
          const event = new KeyboardEvent('keydown', how)
          document.querySelector('.cm-content')?.dispatchEvent(event)
          return event.defaultPrevented
        },
        key,
        code,
      ),

    /** Presses into the first line. */
    clickFirstLine: () => page.click({ css: '.cm-line' }),
    /** Presses on the key in the line, counted from 1. */
    clickKey: (line: number) => page.click({ css: `.cm-line:nth-of-type(${line}) .ini-key` }),
    async typeAtEnd(text: string): Promise<void> {
      await page.click(editor)
      await page.press('Control+End')
      await page.type(text)
    },

    fold: () => page.click({ css: '.cm-foldGutter span[title="Fold section"]' }),
    unfold: () => page.click({ css: '.cm-foldPlaceholder' }),

    isSearching: async () => (await page.all({ css: '.cm-search' })).length === 1,
    selectedMatches: () => texts('.cm-searchMatch-selected'),

    /** The completions that Enter would take. */
    completions: () => texts(completion.css),
    takeCompletion: () => page.click(completion),

    /** What is underlined as a warning. */
    underlined: () => texts('.cm-lintRange-warning'),
    /** How many lines are marked with a warning beside their numbers. */
    markedLines: async () => (await page.all({ css: '.cm-lint-marker-warning' })).length,
    /** What is said at the place of a problem. */
    explanations: () => texts('.cm-tooltip-lint'),
    fix: () => page.click({ css: '.cm-tooltip-lint .cm-diagnosticAction' }),
  }
}
