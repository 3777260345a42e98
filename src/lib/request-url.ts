/** What an address of a page for requests may name in braces. */
export const requestPlaceholders = ['account', 'role', 'profile', 'region'] as const

type Placeholder = (typeof requestPlaceholders)[number]

export type RequestUrlFault = 'no-url' | { readonly unknown: string }

const braces = /\{([^{}]*)\}/g
/** The host is written out, so that nothing in the list decides whom the browser asks. A `\` counts as a slash in a URL. */
const opening = /^https:\/\/[^/?#\\{}@\s]+(?=[/?#]|$)/i

/** Returns what is wrong with the address of a page where access is requested: an `https:` URL whose host is fixed. */
export function requestUrlFault(value: string): RequestUrlFault | undefined {
  const unknown = [...value.matchAll(braces)].find(([, name]) => !isPlaceholder(name))
  if (unknown) return { unknown: unknown[0] }
  const plain = value.replace(braces, 'x')
  return opening.test(value) && !/[{}\s]/.test(plain) && URL.canParse(plain) ? undefined : 'no-url'
}

/**
 * Returns the address with the placeholders' values, each encoded, so that none changes what the address is. Undefined if it
 * isn't valid.
 */
export function filledRequestUrl(
  value: string,
  values: Readonly<Record<Placeholder, string>>,
): string | undefined {
  if (requestUrlFault(value) !== undefined) return undefined
  const filled = value.replace(braces, (_, name: Placeholder) => encoded(values[name]))
  return URL.canParse(filled) ? filled : undefined
}

function isPlaceholder(name: string | undefined): name is Placeholder {
  return requestPlaceholders.some(one => one === name)
}

/** `encodeURIComponent` leaves dots, and a path of dots leads elsewhere: the space keeps them a name. */
function encoded(text: string): string {
  const code = encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
  return /^\.{1,2}$/.test(code) ? `${code}%20` : code
}
