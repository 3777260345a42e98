import { escapeMarkup } from '../../src/lib/escape-markup'
/** Markup that can be put into a page as it is. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = string | number | Html | undefined | readonly Part[]

/** Builds markup. Values are escaped for text and quoted attributes, unless they are `Html`. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, index) => text + markupOf(parts[index])).join(''))
}

/** Returns a value as JavaScript for a `script` element: JSON that can't end the element. */
export function scriptValue(value: unknown): Html {
  return new Html((JSON.stringify(value) ?? 'undefined').replaceAll('<', '\\u003c'))
}

function markupOf(part: Part): string {
  if (part === undefined) return ''
  if (part instanceof Html) return part.markup
  if (typeof part === 'object') return part.map(markupOf).join('')
  return escapeMarkup(String(part))
}
