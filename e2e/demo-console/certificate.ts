import { generate } from 'selfsigned'
import { partitionNames, partitions } from './partitions'

export interface Certificate {
  readonly key: string
  readonly cert: string
  /** The authority that signed it, for clients that are to trust the demo alone. PEM. */
  readonly authority: string
}

/** Makes a certificate for every host the demo plays, in memory, for the life of the process. */
export async function createCertificate(): Promise<Certificate> {
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
      { name: 'subjectAltName', altNames: hostPatterns().map(value => ({ type: 2, value })) },
    ],
  })
  return { key: leaf.private, cert: leaf.cert, authority: authority.cert }
}

/** A wildcard stands for one label only, so a multi-session console needs one for each region. */
function hostPatterns(): readonly string[] {
  return partitionNames.flatMap(name => {
    const { consoleDomain, otherConsoles, signInDomain, regions } = partitions[name]
    const perRegion = regions.map(region => `*.${region}.${consoleDomain}`)
    return [
      consoleDomain,
      `*.${consoleDomain}`,
      ...perRegion,
      ...otherConsoles,
      signInDomain,
      `*.${signInDomain}`,
    ]
  })
}
