import type { SwitchAnswer } from './behavior'
import { type Browser, newCsrf, newSessionId, type Session } from './browsers'
import { badRequest, type Fault, forbidden, notSignedIn, originFault } from './fault'
import { consoleOfUrl, type SignInHost } from './hosts'
import { type DemoRequest, json, plain, type Reply, type World } from './http'
import {
  checkBody,
  headerFault,
  parseFields,
  preflightFault,
  type WantedSwitch,
} from './multi-session-request'
import { partitions } from './partitions'
import { type Role, roleKey } from './role'
import { destinationUrl, isFull, livesAt } from './sessions'
import type { Outcome } from './switch-record'

interface Result {
  readonly reply: Reply
  readonly outcome: Outcome
}

/** Answers the preflight that a browser sends before the switch. */
export function multiSessionPreflight(host: SignInHost, request: DemoRequest): Reply {
  const fault = preflightFault(request, host.partition)
  if (fault) return plain(fault.status, fault.reason)
  return {
    kind: 'answer',
    status: 204,
    headers: {
      ...corsHeaders(request, host),
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type,x-csrf-protection',
    },
    body: '',
  }
}

/** Answers `POST /sessions/<sessionId>/v1/switchrole`. See docs/console.md, “Multi-session switch”. */
export function multiSessionSwitch(
  host: SignInHost,
  sessionId: string,
  request: DemoRequest,
  world: World,
): Reply {
  const fields = parseFields(request.body)
  const { reply, outcome } = decide(host, sessionId, fields, request, world)
  world.record({
    mode: 'multi-session',
    host: host.host,
    origin: request.headers.origin,
    body: request.body,
    fields: fields ?? {},
    sessionId,
    outcome,
  })
  if (reply.kind !== 'answer') return reply
  return { ...reply, headers: { ...reply.headers, ...corsHeaders(request, host) } }
}

function decide(
  host: SignInHost,
  sessionId: string,
  fields: Readonly<Record<string, unknown>> | undefined,
  request: DemoRequest,
  world: World,
): Result {
  const fault = headerFault(request, host.partition)
  if (fault) return refuse(fault)
  const { browser } = request
  if (host.refuses) return refuse(forbidden('this host doesn’t accept requests'))
  const { shape } = world.behavior
  const session = browser?.sessions.get(sessionId)
  if (!browser || !session || !livesAt(session, host, shape)) {
    return refuse({ ...notSignedIn, status: shape.unknownSession })
  }
  if (shape.ownTabOnly && consoleOfUrl(request.headers.origin ?? '')?.sessionId !== sessionId) {
    return refuse(forbidden('the request comes from a tab of another session'))
  }
  if (shape.mint && !browser.minted.has(sessionId)) {
    return refuse(badRequest('no token was made for this session'))
  }
  const wanted = checkBody(fields, host.partition, world.aliases)
  if ('errorCode' in wanted) return refuse(wanted)
  if (session.signIn.user.kind === 'root') return refuse(forbidden('the root user cannot switch roles'))

  const answer = world.takeAnswer()
  if (answer) return forced(answer)
  const refusal = trustFault(session, wanted.role, world) ?? limitFault(browser, wanted.role)
  return refusal ? refuse(refusal) : open(browser, session, wanted, host, world)
}

/** A switched session sends its role's credentials, and most roles trust only the base account. */
function trustFault(session: Session, role: Role, { behavior }: World): Fault | undefined {
  const trusted = session.role === undefined || behavior.rolesTrustingRoles.includes(roleKey(role))
  if (trusted && !behavior.rolesTrustingNobody.includes(roleKey(role))) return undefined
  // AWS refuses in the body alone.
  return { status: 200, errorCode: 'UNAUTHORIZED', reason: 'the role does not trust this session' }
}

function limitFault(browser: Browser, role: Role): Fault | undefined {
  if (!isFull(browser, role)) return undefined
  return { status: 400, errorCode: 'SESSION_LIMIT_EXCEEDED', reason: 'five sessions are open' }
}

function open(
  browser: Browser,
  from: Session,
  { role, redirectUri }: WantedSwitch,
  host: SignInHost,
  { behavior: { shape } }: World,
): Result {
  const region = consoleOfUrl(redirectUri)?.region ?? partitions[host.partition].globalRegion
  const id = newSessionId(role.account.id, shape.sessionName)
  browser.pending.set(id, {
    session: { id, signIn: from.signIn, region, csrf: newCsrf(), role },
    redirectUri,
  })
  const destination = destinationUrl(id, redirectUri, host, shape)
  return { reply: json(shape.granted, { destination }), outcome: { kind: 'switched', destination } }
}

function forced(answer: SwitchAnswer): Result {
  if (answer.kind === 'refuse') {
    const { errorCode, message = 'the request was refused', status = 200 } = answer
    return refuse({ status, errorCode, reason: message })
  }
  const outcome: Outcome = { kind: 'forced', answer: answer.kind }
  if (answer.kind === 'hang') return { reply: { kind: 'hang' }, outcome }
  if (answer.kind === 'destination') return { reply: json(200, { destination: answer.url }), outcome }
  if (answer.kind === 'no-destination') return { reply: json(200, {}), outcome }
  const { status = 200, contentType = 'application/json', body } = answer
  return { reply: { kind: 'answer', status, headers: { 'content-type': contentType }, body }, outcome }
}

function refuse(fault: Fault): Result {
  const { status, errorCode, reason } = fault
  return { reply: json(status, { errorCode, message: reason }), outcome: { kind: 'refused', ...fault } }
}

/** Only a console of the partition may read the answer, refusals included. */
function corsHeaders({ headers }: DemoRequest, { partition }: SignInHost): Readonly<Record<string, string>> {
  if (headers.origin === undefined || originFault(headers.origin, partition)) return { vary: 'Origin' }
  return {
    vary: 'Origin',
    'access-control-allow-origin': headers.origin,
    'access-control-allow-credentials': 'true',
  }
}
