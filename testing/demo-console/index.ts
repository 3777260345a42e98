import { type Behaviour, defaultBehaviour, type SwitchAnswer } from './behaviour'
import { Browsers } from './browsers'
import { createCertificate } from './certificate'
import { hostPatterns } from './hosts'
import type { World } from './http'
import { signInHost } from './partitions'
import { type Accept, type ContactedHosts, startProxy } from './proxy'
import { createTlsServer } from './server'
import { defaultShape, type Shape } from './shape'
import { type SignIn, signInUrl } from './sign-in'
import type { SwitchRecord } from './switch-record'

export type { PageBehaviour } from './behaviour'
export { partitionNames, partitions, signInHost } from './partitions'
export type { Shape } from './shape'
export type { Landing, SignIn } from './sign-in'

/** How the demo is to behave; a shape's rest is that of the default one. */
type BehaviourChange = Partial<Omit<Behaviour, 'shape'>> & { readonly shape?: Partial<Shape> }

export interface DemoOptions {
  /** Port of the proxy, on 127.0.0.1; any free one by default. */
  readonly port?: number
  /** The digits of account aliases. An alias that isn't named here gets digits of its own. */
  readonly aliases?: Readonly<Record<string, string>>
  /** How it behaves at the start and after `reset`, where it isn't to be the default. */
  readonly behaviour?: BehaviourChange
}

export interface DemoConsole {
  /** The CONNECT proxy that a browser is to use for everything. */
  readonly proxyPort: number
  /** The certificate authority, PEM, for clients that are to trust the demo alone. */
  readonly certificateAuthority: string
  /** Every host that was asked for, served and refused apart. */
  readonly contactedHosts: ContactedHosts
  /** Every switch request that reached a sign-in host, in order. */
  readonly switches: readonly SwitchRecord[]
  /** A URL that signs in, when opened in the browser, and lands on the wanted console page. */
  signInUrl(signIn: SignIn): string
  /** The sign-in page for people, of the partition `aws`. */
  readonly signInPageUrl: string
  /** Overrides the given parts of the demo's behavior until `reset`. */
  behave(behaviour: BehaviourChange): void
  /** Answers the next switch that is right in every part in this way; several queue up. */
  answerNext(answer: SwitchAnswer): void
  /** Refuses the next switch that is right in every part with AWS's error code. */
  refuseNext(errorCode?: string, message?: string): void
  /** Lets the browser reach another server at `https://<host>/`, until `reset`. */
  admit(host: string, accept: Accept): void
  /** Lets the browser reach a plain HTTP server of this computer at `http://localhost:<port>/`, until `reset`. */
  forward(port: number): void
  /** Signs everybody out, forgets switches, contacted hosts and what `behave` and the rest asked for. */
  reset(): void
  close(): Promise<void>
}

/**
 * Starts a server that plays the AWS console and sign-in hosts of all partitions, under their real names, behind
 * a CONNECT proxy that refuses every other host. It is as strict as docs/console.md says AWS is.
 */
export async function startDemoConsole(options: DemoOptions = {}): Promise<DemoConsole> {
  const initial = changed(defaultBehaviour, options.behaviour ?? {})
  const browsers = new Browsers()
  let behaviour = initial
  let answers: readonly SwitchAnswer[] = []
  let switches: readonly SwitchRecord[] = []

  const world: World = {
    browsers,
    aliases: options.aliases ?? {},
    get behaviour() {
      return behaviour
    },
    takeAnswer() {
      const [next, ...rest] = answers
      answers = rest
      return next ?? behaviour.answer
    },
    record(entry) {
      switches = [...switches, entry]
    },
  }
  const answerNext = (answer: SwitchAnswer) => {
    answers = [...answers, answer]
  }
  const certificate = await createCertificate(hostPatterns())
  const proxy = await startProxy(options.port ?? 0, createTlsServer(certificate, world).accept)

  return {
    proxyPort: proxy.port,
    certificateAuthority: certificate.authority,
    signInPageUrl: `https://${signInHost('aws')}/`,
    signInUrl,
    get contactedHosts() {
      return proxy.contactedHosts
    },
    get switches() {
      return switches
    },
    behave(change) {
      behaviour = changed(behaviour, change)
    },
    answerNext,
    admit: proxy.admit,
    forward: proxy.forward,
    refuseNext(errorCode = 'UNAUTHORIZED', message) {
      answerNext({ kind: 'refuse', errorCode, ...(message !== undefined && { message }) })
    },
    reset() {
      browsers.clear()
      proxy.reset()
      behaviour = initial
      answers = []
      switches = []
    },
    close: proxy.close,
  }
}

function changed(behaviour: Behaviour, { shape, ...rest }: BehaviourChange): Behaviour {
  return { ...behaviour, ...rest, ...(shape && { shape: { ...defaultShape, ...shape } }) }
}
