import type { Session } from './session'

declare const Services: { readonly io: { offline: boolean } }
declare const Cc: Readonly<Record<string, { getService(kind: unknown): CertificateStore }>>
declare const Ci: Readonly<Record<string, unknown>>

interface CertificateStore {
  addCertFromBase64(certificate: string, trust: string): unknown
}

/** Works like the menu item “Work Offline”. */
export async function setOffline(session: Session, offline: boolean): Promise<void> {
  await session.inWindow(offline => {
    Services.io.offline = offline
  }, offline)
}

/** Makes Firefox trust a certificate authority, PEM, like one imported in the settings. */
export async function trustAuthority(session: Session, authority: string): Promise<void> {
  const base64 = authority.replace(/-----[^-]+-----|\s/g, '')
  await session.inWindow(base64 => {
    const store = Cc['@mozilla.org/security/x509certdb;1']?.getService(Ci.nsIX509CertDB)
    // Trusted for web servers only.
    store?.addCertFromBase64(base64, 'C,,')
  }, base64)
}
