/** The result of checking an entered extension id. */
export type CheckedSenderId =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-id' }

/** Source: Chrome for Developers, “Manifest - key”: 128 bits, with a letter from a to p for every four bits. */
const ofChromium = /^[a-p]{32}$/
/** Source: MDN, “browser_specific_settings”: up to 80 characters, a GUID or something like an email address. */
const ofFirefox = /^(?:\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}|[\w.-]*@[\w.-]+)$/i
const maxIdLength = 80

/** Checks the id of a Chromium or Firefox extension. Ignores space around it. */
export function checkSenderId(written: string): CheckedSenderId {
  const id = written.trim()
  if (id === '') return { kind: 'empty' }
  const isId = ofChromium.test(id) || (id.length <= maxIdLength && ofFirefox.test(id))
  return isId ? { kind: 'id', id } : { kind: 'no-id' }
}
