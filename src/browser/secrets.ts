import type { Runtime } from 'webextension-polyfill'
import { errorText } from '../lib/error-text'
import { browser } from './api'

// Firefox lets content scripts read `storage.local`, so that what runs in a console page could. No page and no content
// script can open a database of the extension's own origin. The key lies there, which never leaves it, and what is kept in
// `storage.local` is sealed with it. The background script alone has the key: Firefox gives the extension's pages in
// private windows databases of their own.

/** What begins a sealed text. */
const sealed = 'sealed:'
/** What begins a text that is kept as it is, where Firefox keeps no database. */
const open = 'open:'
const database = 'secrets'
const store = 'keys'
const algorithm = 'AES-GCM'
const ivLength = 12

interface Asked {
  readonly secrets: 'seal' | 'unseal'
  readonly texts: readonly string[]
}

interface Answer {
  readonly texts?: readonly (string | null)[]
  readonly failed?: string
}

/** Set in the background script. */
let answerHere: ((asked: Asked) => Promise<readonly (string | null)[]>) | undefined

/** A text as `unseal` takes it where it isn't sealed. */
export function asOpen(text: string): string {
  return open + text
}

/** Makes texts such that nobody but the extension itself can read them. Rejects where the browser keeps no key. */
export async function seal(texts: readonly string[]): Promise<readonly string[]> {
  return texts.length === 0 ? [] : ((await ask({ secrets: 'seal', texts })) as readonly string[])
}

/** What was sealed; undefined for a text whose key is gone. Rejects where the background script can't be asked. */
export async function unseal(texts: readonly string[]): Promise<readonly (string | undefined)[]> {
  if (texts.length === 0) return []
  return (await ask({ secrets: 'unseal', texts })).map(text => text ?? undefined)
}

/** Has the background script seal and unseal for itself and for the extension's own pages, and for nobody else. */
export function keepSecrets(): void {
  answerHere = ({ secrets, texts }) => Promise.all(texts.map(secrets === 'seal' ? sealOne : unsealOne))
  const listener = (message: unknown, sender: Runtime.MessageSender, respond: (answer: Answer) => void) => {
    // Content scripts have the extension's id too, but not its address.
    const isOurs = sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL(''))
    if (!isOurs || !isAsked(message) || !answerHere) return undefined
    answerHere(message).then(
      texts => respond({ texts }),
      (error: unknown) => respond({ failed: errorText(error) }),
    )
    return true
  }
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback)
}

async function ask(asked: Asked): Promise<readonly (string | null)[]> {
  if (answerHere) return answerHere(asked)
  const { texts, failed } = ((await browser.runtime.sendMessage(asked)) ?? {}) as Answer
  if (!texts) throw new Error(failed ?? '')
  return texts
}

function isAsked(message: unknown): message is Asked {
  if (typeof message !== 'object' || message === null) return false
  const { secrets, texts } = message as Partial<Record<keyof Asked, unknown>>
  return (
    (secrets === 'seal' || secrets === 'unseal') &&
    Array.isArray(texts) &&
    texts.every(text => typeof text === 'string')
  )
}

async function sealOne(text: string): Promise<string> {
  // In a browser that never remembers history, Firefox forgets such databases at its end.
  if (browser.extension?.inIncognitoContext) return asOpen(text)
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const data = await crypto.subtle.encrypt(
    { name: algorithm, iv },
    await readKey(),
    new TextEncoder().encode(text),
  )
  return sealed + btoa(String.fromCharCode(...iv, ...new Uint8Array(data)))
}

async function unsealOne(text: string): Promise<string | null> {
  if (text.startsWith(open)) return text.slice(open.length)
  if (!text.startsWith(sealed)) return null
  const key = await readKey()
  try {
    const bytes = Uint8Array.from(atob(text.slice(sealed.length)), sign => sign.charCodeAt(0))
    const iv = bytes.subarray(0, ivLength)
    const data = await crypto.subtle.decrypt({ name: algorithm, iv }, key, bytes.subarray(ivLength))
    return new TextDecoder().decode(data)
  } catch {
    return null
  }
}

let key: Promise<CryptoKey> | undefined

function readKey(): Promise<CryptoKey> {
  key ??= openKey().catch(error => {
    key = undefined
    throw error
  })
  return key
}

async function openKey(): Promise<CryptoKey> {
  const opening = indexedDB.open(database, 1)
  opening.onupgradeneeded = () => void opening.result.createObjectStore(store)
  const opened = await done(opening)
  try {
    const known = await done(opened.transaction(store).objectStore(store).get(0))
    if (known) return known as CryptoKey
    // One that can't be taken out of the browser.
    const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    await done(opened.transaction(store, 'readwrite').objectStore(store).add(made, 0))
    return made
  } finally {
    opened.close()
  }
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
