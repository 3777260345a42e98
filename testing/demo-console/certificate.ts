import { isIP } from 'node:net'
import { generate } from 'selfsigned'

export interface Certificate {
  readonly key: string
  /** The certificate, followed by its authority's. */
  readonly cert: string
  /** The authority that signed it, PEM, for clients that should trust only the demo. */
  readonly authority: string
}

/** Makes a certificate for these hosts, by name or address. It's kept in memory and lasts as long as the process. */
export async function createCertificate(hosts: readonly string[]): Promise<Certificate> {
  const common = { keyType: 'ec', algorithm: 'sha256' } as const
  const authority = await generate([{ name: 'commonName', value: 'Demo console authority' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const leaf = await generate([{ name: 'commonName', value: 'Demo console' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map(altName) },
    ],
  })
  return { key: leaf.private, cert: `${leaf.cert.trimEnd()}\n${authority.cert}`, authority: authority.cert }
}

function altName(host: string) {
  return isIP(host) ? { type: 7 as const, ip: host } : { type: 2 as const, value: host }
}
