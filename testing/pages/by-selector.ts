import type { Surface } from '../browsers/driver'

/** Reads what a page shows by CSS selectors, for the page objects in this folder. */
export function bySelector(page: Surface) {
  const all = (css: string) => page.all({ css })
  return {
    /** The text of the first such element; undefined if there is none. */
    text: async (css: string) => (await all(css))[0]?.text,
    texts: async (css: string) => (await all(css)).map(({ text }) => text.trim()),
    count: async (css: string) => (await all(css)).length,
  }
}
