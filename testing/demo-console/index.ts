import { type Behavior, defaultBehavior, type SwitchAnswer } from './behavior'
import { Browsers } from './browsers'
import { createCertificate } from './certificate'
import { hostPatterns } from './hosts'
import type { World } from './http'
import { signInHost } from './partitions'
import type { PortalRecord } from './portal-record'
import { newPortalState } from './portal-service'
import { defaultPortalShape, type PortalBehavior, type PortalShape } from './portal-shape'
import { type Accept, type ContactedHosts, startProxy } from './proxy'
import { createTlsServer } from './server'
import { defaultShape, type Shape } from './shape'
import { type SignIn, signInUrl } from './sign-in'
import type { SwitchRecord } from './switch-record'

export type { PageBehavior } from './behavior'
export { partitionNames, partitions, signInHost } from './partitions'
export type { Shape } from './shape'
export type { Landing, SignIn } from './sign-in'

/** A change of the demo's behavior. What a shape leaves out comes from the default shape. */
type BehaviorChange = Partial<Omit<Behavior, 'shape' | 'portal'>> & {
  readonly shape?: Partial<Shape>
  readonly portal?: PortalChange
}

/** A change of what a portal shows and how it behaves. What a shape leaves out comes from the default shape. */
export type PortalChange = Partial<Omit<PortalBehavior, 'shape'>> & {
  readonly shape?: Partial<PortalShape>
}

export interface DemoOptions {
  /** Port of the proxy on 127.0.0.1. By default any free one. */
  readonly port?: number
  /** The digits of account aliases. An alias that isn't listed gets its own digits. */
  readonly aliases?: Readonly<Record<string, string>>
  /** The behavior at the start and after `reset`, if it isn't the default. */
  readonly behavior?: BehaviorChange
}

export interface DemoConsole {
  /** The port of the CONNECT proxy that a browser has to use for everything. */
  readonly proxyPort: number
  /** The certificate authority, PEM, for clients that should trust only the demo. */
  readonly certificateAuthority: string
  /** Every host that clients asked for, with served and refused ones apart. */
  readonly contactedHosts: ContactedHosts
  /** Every switch request that reached a sign-in host, in order. */
  readonly switches: readonly SwitchRecord[]
  /** Every request to the service on a portal's own host, in order. */
  readonly portalRequests: readonly PortalRecord[]
  /**
   * Lets portals answer so many requests to their services, counted from the start and without those of the demo's own
   * pages. Later ones wait for another call. By default there is no limit.
   */
  answerPortals(requests: number): void
  /** Ends all sign-ins to portals. */
  signOutOfPortals(): void
  /** Returns a URL that signs the browser in and lands on the given console page. */
  signInUrl(signIn: SignIn): string
  /** The sign-in page for people, in the partition `aws`. */
  readonly signInPageUrl: string
  /** Overrides the given parts of the demo's behavior until `reset`. */
  behave(behavior: BehaviorChange): void
  /** Answers the next valid switch this way. Several answers queue up. */
  answerNext(answer: SwitchAnswer): void
  /** Refuses the next valid switch with AWS's error code. */
  refuseNext(errorCode?: string, message?: string): void
  /** Ends the multi-session sessions in a role of this display name; without a name, all sessions and sign-ins. */
  endSessions(displayName?: string): void
  /** Lets the browser reach another server at `https://<host>/`, until `reset`. */
  admit(host: string, accept: Accept): void
  /** Lets the browser reach a plain HTTP server on this computer at `http://localhost:<port>/`, until `reset`. */
  forward(port: number): void
  /** Signs everybody out, and forgets switches, contacted hosts and all changes of behavior. */
  reset(): void
  close(): Promise<void>
}

/**
 * Starts a server that plays the AWS console and sign-in hosts of all partitions, under their real names, with a
 * CONNECT proxy in front of it that refuses every other host. It's as strict as docs/console.md says AWS is.
 */
export async function startDemoConsole(options: DemoOptions = {}): Promise<DemoConsole> {
  const initial = changed(defaultBehavior, options.behavior ?? {})
  const browsers = new Browsers()
  let behavior = initial
  let answers: readonly SwitchAnswer[] = []
  let switches: readonly SwitchRecord[] = []
  let portalRequests: readonly PortalRecord[] = []
  let portal = newPortalState()
  let answered = Number.POSITIVE_INFINITY
  let waiting: readonly { readonly request: number; go(): void }[] = []
  const answerPortals = (requests: number) => {
    answered = requests
    for (const { request, go } of waiting) if (request <= answered) go()
    waiting = waiting.filter(({ request }) => request > answered)
  }

  const world: World = {
    browsers,
    aliases: options.aliases ?? {},
    get behavior() {
      return behavior
    },
    takeAnswer() {
      const [next, ...rest] = answers
      answers = rest
      return next ?? behavior.answer
    },
    record(entry) {
      switches = [...switches, entry]
    },
    get portal() {
      return portal
    },
    recordPortal(entry) {
      portalRequests = [...portalRequests, entry]
      return portalRequests.filter(({ isPages }) => !isPages).length
    },
    untilAnswered(request) {
      if (request <= answered) return Promise.resolve()
      return new Promise(go => {
        waiting = [...waiting, { request, go }]
      })
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
    get portalRequests() {
      return portalRequests
    },
    answerPortals,
    signOutOfPortals() {
      portal.signIns.clear()
    },
    behave(change) {
      behavior = changed(behavior, change)
    },
    answerNext,
    endSessions: name => browsers.end(name),
    admit: proxy.admit,
    forward: proxy.forward,
    refuseNext(errorCode = 'UNAUTHORIZED', message) {
      answerNext({ kind: 'refuse', errorCode, ...(message !== undefined && { message }) })
    },
    reset() {
      browsers.clear()
      proxy.reset()
      behavior = initial
      answers = []
      switches = []
      portalRequests = []
      portal = newPortalState()
      answerPortals(Number.POSITIVE_INFINITY)
    },
    close: proxy.close,
  }
}

function changed(behavior: Behavior, { shape, portal, ...rest }: BehaviorChange): Behavior {
  return {
    ...behavior,
    ...rest,
    ...(shape && { shape: { ...defaultShape, ...shape } }),
    ...(portal && {
      portal: {
        ...behavior.portal,
        ...portal,
        shape: portal.shape ? { ...defaultPortalShape, ...portal.shape } : behavior.portal.shape,
      },
    }),
  }
}
