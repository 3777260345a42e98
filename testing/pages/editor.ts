import type { Surface } from '../browsers/driver'
import { bySelector } from './by-selector'

export const editor = { role: 'textbox', name: 'Your list' } as const

// While the editor asks for other completions, it shows the previous ones, which do nothing.
const completion = {
  css: '.cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled) [aria-selected="true"]',
} as const

/** The editor of the options page. Only the lines in view are in the document. */
export function editorOf(page: Surface) {
  const { texts, count } = bySelector(page)
  return {
    lines: () => page.all({ css: '.cm-line' }),
    lineNumbers: () => page.all({ css: '.cm-lineNumbers .cm-gutterElement' }),
    /** The line with the cursor. */
    activeLine: () => texts('.cm-activeLine'),
    /** The stretches that are colored as this part. */
    colored: (part: 'header' | 'key' | 'comment') => texts(`.ini-${part}`),
    /** The color of the first such part, as CSS. */
    colorOf: (part: 'header' | 'key' | 'comment') =>
      page.evaluate(selector => {
        const element = document.querySelector(selector)
        return element ? getComputedStyle(element).color : undefined
      }, `.ini-${part}`),
    /** Picks a color for the first swatch. The browser's color picker is a window that can't be driven. */
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
     * Presses Ctrl with a key of any layout, given by its character and its position. Returns whether the page handles it:
     * otherwise the browser's own dialog would open.
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

    /** Clicks in the first line. */
    clickFirstLine: () => page.click({ css: '.cm-line' }),
    /** Clicks the key in the line, counted from 1. */
    clickKey: (line: number) => page.click({ css: `.cm-line:nth-of-type(${line}) .ini-key` }),
    async typeAtEnd(text: string): Promise<void> {
      await page.click(editor)
      await page.press('Control+End')
      await page.type(text)
    },

    fold: () => page.click({ css: '.cm-foldGutter span[title="Fold section"]' }),
    unfold: () => page.click({ css: '.cm-foldPlaceholder' }),

    isSearching: async () => (await count('.cm-search')) === 1,
    selectedMatches: () => texts('.cm-searchMatch-selected'),

    /** The completion that Enter would insert, if any. */
    completions: () => texts(completion.css),
    takeCompletion: () => page.click(completion),

    /** The stretches that are underlined as warnings. */
    underlined: () => texts('.cm-lintRange-warning'),
    /** Returns how many lines have a warning sign next to their numbers. */
    markedLines: () => count('.cm-lint-marker-warning'),
    /** The explanations at the place of a diagnostic. */
    explanations: () => texts('.cm-tooltip-lint'),
    fix: () => page.click({ css: '.cm-tooltip-lint .cm-diagnosticAction' }),
  }
}
