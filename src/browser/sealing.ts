import type { Runtime } from 'webextension-polyfill'
import { errorText } from '../lib/error-text'
import { browser } from './api'
import { isOwnPage } from './messaging'

// Firefox lets content scripts read `storage.local`, so code running in a console page could read it too. No page or content
// script can open a database of the extension's origin. The key is in such a database and never leaves it, and seals what is
// kept in `storage.local`. Only the background script has the key, because Firefox gives the extension's pages in private
// windows separate databases.

/** The prefix of a sealed text. */
const sealedPrefix = 'sealed:'
/** The prefix of a text stored as it is, if Firefox keeps no database. */
const openPrefix = 'open:'
const databaseName = 'secrets'
const storeName = 'keys'
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

/** Returns a text in the form in which `unseal` accepts it unsealed. */
export function asOpen(text: string): string {
  return openPrefix + text
}

/** Encrypts texts so that only the extension can read them. Rejects if the browser can't keep a key. */
export async function seal(texts: readonly string[]): Promise<readonly string[]> {
  return texts.length === 0 ? [] : ((await ask({ secrets: 'seal', texts })) as readonly string[])
}

/** Decrypts sealed texts; undefined for a text whose key is lost. Rejects if the background script doesn't answer. */
export async function unseal(texts: readonly string[]): Promise<readonly (string | undefined)[]> {
  if (texts.length === 0) return []
  return (await ask({ secrets: 'unseal', texts })).map(text => text ?? undefined)
}

/** Makes the background script seal and unseal for itself and the extension's own pages, and for no one else. */
export function registerSealing(): void {
  answerHere = ({ secrets, texts }) => Promise.all(texts.map(secrets === 'seal' ? sealOne : unsealOne))
  const listener = (message: unknown, sender: Runtime.MessageSender, respond: (answer: Answer) => void) => {
    if (!isOwnPage(sender) || !isAsked(message) || !answerHere) return undefined
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
  // Firefox deletes such databases when it exits if it never remembers history.
  if (browser.extension?.inIncognitoContext) return asOpen(text)
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const data = await crypto.subtle.encrypt(
    { name: algorithm, iv },
    await readKey(),
    new TextEncoder().encode(text),
  )
  return sealedPrefix + btoa(String.fromCharCode(...iv, ...new Uint8Array(data)))
}

async function unsealOne(text: string): Promise<string | null> {
  if (text.startsWith(openPrefix)) return text.slice(openPrefix.length)
  if (!text.startsWith(sealedPrefix)) return null
  const key = await readKey()
  try {
    const bytes = Uint8Array.from(atob(text.slice(sealedPrefix.length)), sign => sign.charCodeAt(0))
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
  const opening = indexedDB.open(databaseName, 1)
  opening.onupgradeneeded = () => void opening.result.createObjectStore(storeName)
  const opened = await done(opening)
  try {
    const known = await done(opened.transaction(storeName).objectStore(storeName).get(0))
    if (known) return known as CryptoKey
    // A key that can't be extracted from the browser.
    const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    await done(opened.transaction(storeName, 'readwrite').objectStore(storeName).add(made, 0))
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
