import { findAccount } from './accounts'
import type { SwitchAnswer } from './behavior'
import type { ClassicSession } from './browsers'
import { type ClassicFields, checkClassicFields } from './check-classic-fields'
import { refusalPage } from './error-page'
import { badRequest, type Fault, forbidden, notSignedIn, originFault } from './fault'
import type { SignInHost } from './hosts'
import { html } from './html'
import { type DemoRequest, page, type Reply, redirect, type World } from './http'
import { roleKey } from './role'
import type { Outcome } from './switch-record'
import { tokenOf } from './token-shapes'

interface Result {
  readonly reply: Reply
  readonly outcome: Outcome
}

/** Answers the form that switches to a role or back. See docs/console.md, “Classic switch”. */
export function classicSwitch(host: SignInHost, request: DemoRequest, world: World): Reply {
  const form = new URLSearchParams(request.body)
  const { reply, outcome } = decide(host, form, request, world)
  world.record({
    mode: 'classic',
    host: host.host,
    origin: request.headers.origin,
    body: request.body,
    fields: Object.fromEntries(form),
    outcome,
  })
  return reply
}

function decide(host: SignInHost, form: URLSearchParams, request: DemoRequest, world: World): Result {
  if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') {
    return refuse(badRequest('the body is not a form'))
  }
  const foreign = originFault(request.headers.origin, host.partition)
  if (foreign) return refuse(foreign)
  const session = request.browser?.classic
  if (host.refuses) return refuse(forbidden('this host doesn’t accept requests'))
  if (!session) return refuse(notSignedIn)

  const fields = checkClassicFields(
    form,
    tokenOf(session.csrf, world.behavior.shape.token).text,
    host.partition,
  )
  if ('errorCode' in fields) return refuse(fields)
  if (fields.action === 'switchToBasis') {
    delete session.role
    return go(fields.returnTo)
  }
  return switchRole(session, fields, world)
}

function switchRole(session: ClassicSession, fields: ClassicFields, world: World): Result {
  const account = findAccount(fields.account, world.aliases)
  if (!account) return refuse(badRequest('account is neither 12 digits nor an alias'))
  if (session.signIn.user.kind === 'root') return refuse(forbidden('the root user cannot switch roles'))

  const wanted = world.takeAnswer()
  if (wanted) return forced(wanted)
  const { roleName: name, displayName, color } = fields
  const role = { account, name, displayName, color }
  // AWS uses the credentials of the sign-in, even while a role is assumed. So only a role that refuses everybody
  // refuses here.
  if (world.behavior.rolesTrustingNobody.includes(roleKey(role))) {
    return refuse({ status: 403, errorCode: 'UNAUTHORIZED', reason: 'the role does not trust you' })
  }
  session.role = role
  return go(fields.returnTo)
}

function forced(answer: SwitchAnswer): Result {
  if (answer.kind === 'refuse') {
    const { errorCode, message = 'the request was refused', status = 403 } = answer
    return refuse({ status, errorCode, reason: message })
  }
  const outcome: Outcome = { kind: 'forced', answer: answer.kind }
  if (answer.kind === 'hang') return { reply: { kind: 'hang' }, outcome }
  if (answer.kind === 'destination') return { reply: redirect(answer.url), outcome }
  if (answer.kind === 'no-destination') return { reply: page(200, html`<title>Done</title>`), outcome }
  const { status = 200, contentType = 'text/html; charset=utf-8', body } = answer
  return { reply: { kind: 'answer', status, headers: { 'content-type': contentType }, body }, outcome }
}

function refuse(fault: Fault): Result {
  return { reply: refusalPage(fault), outcome: { kind: 'refused', ...fault } }
}

function go(destination: string): Result {
  return { reply: redirect(destination), outcome: { kind: 'switched', destination } }
}
