import { consolePlace } from '../../src/aws/console-place'
import { isGlobalPage } from '../../src/aws/redirect'
import { maxOpenSessions } from '../../src/aws/session-limits'
import { closeTab } from '../../src/browser/open-tab'
import { hasContainers } from '../../src/browser/runtime'
import type { Role } from '../../src/config/resolve/role'
import { isSameJar } from '../../src/lib/cookie-jar'
import { beforeSwitch } from '../../src/roles/before-switch'
import { isCurrent } from '../../src/roles/is-current'
import { idOf, type OpenSession } from '../../src/sessions/known-sessions'
import { keepLeft, readLeft } from '../../src/sessions/left-roles'
import { forgetSession, readOpenSessions } from '../../src/sessions/stored-sessions'
import { rememberRole } from '../../src/storage/used-roles'
import { hostToConfirm } from '../../src/switching/confirmed-hosts'
import { type Ending, endingOf } from '../ending-of'
import type { OpenMode } from '../keys'
import { sessionsBeside } from '../load'
import type { Facts } from '../menu-data'
import { openInContainer } from '../open-in-container'
import { openPortalRole } from '../open-portal-role'
import type { Menu } from '../state'
import { goTo, moveHere, noteOpened, showTab, signOutOf, switchTo } from '../switch'
import type { SeveralMenu } from './several-menu'
import {
  inOtherRegions,
  inRoom,
  openedAnew,
  openedRoles,
  type Progress,
  questionForAll,
  roomFor,
  type Several,
  type SeveralRequest,
  type Step,
  type StepFailure,
  takesSession,
  unfinished,
  type Way,
  withoutDoubles,
} from './steps'

/** Number of runs so far: an earlier one ends when a later one begins. */
let runs = 0

/** Opens the page in each of the roles, as many as AWS keeps sessions for, possibly after one question for all. */
export async function openInAll(roles: readonly Role[], how: OpenMode, menu: SeveralMenu): Promise<void> {
  const inRegion = await Promise.all(roles.map(menu.inTypedRegion))
  // There is no such region, as the footer says.
  if (inRegion.includes(undefined)) return
  const wanted = inRegion.flatMap(role => role ?? [])
  await begin(menu, await stepsFor(menu, wanted, how === 'again'), [], undefined)
}

/** Carries out what the user wants in the panel. */
export async function act(request: SeveralRequest, menu: SeveralMenu): Promise<void> {
  const [state, facts] = [menu.getState(), menu.aimed()]
  if (state.kind !== 'menu' || !facts) return
  if (request.kind === 'open-left') {
    const left = await readLeft(facts.tab)
    if (!left) return menu.dispatch({ kind: 'ticked', change: { left: undefined } })
    const byName = new Map(state.roles.map(role => [role.name, role]))
    const rolesOf = (names: readonly string[]) => names.flatMap(name => byName.get(name) ?? [])
    return begin(menu, await stepsFor(menu, rolesOf(left.names), false), rolesOf(left.opened), left.page)
  }
  if (request.kind === 'regions') {
    const { role } = request
    const wanted = role.regions?.map(region => ({ ...role, region })) ?? []
    const steps = await stepsFor(menu, wanted, true)
    return begin(menu, withOneSession(steps), [], undefined)
  }
  const several = state.panel?.kind === 'several' ? state.panel.several : undefined
  if (!several) return
  if (request.kind === 'go-to') {
    await showTab(request.tab)
    window.close()
  } else if (request.kind === 'forget') {
    await keepLeft({ ...facts.tab, names: [], opened: [] }).catch(() => {})
    menu.dispatch({ kind: 'ticked', change: { left: undefined, ticked: undefined } })
    menu.dispatch({ kind: 'panel-closed' })
  } else if (request.kind === 'confirm') {
    for (const { role, host } of several.steps) {
      const portal = portalOf(role, state)
      if (host !== undefined && portal !== undefined) await hostToConfirm(portal, true, facts.tab)
    }
    const { reason } = request
    const steps = several.steps.map(step =>
      step.asksReason && reason !== undefined
        ? { ...step, role: { ...step.role, givenReason: reason } }
        : step,
    )
    await run(menu, { ...several, steps })
  } else if (request.kind === 'next') {
    const { steps } = several
    const of = (kind: Progress['kind']) => steps.filter(({ progress }) => progress.kind === kind)
    await run(menu, { ...several, steps: [...of('left'), ...of('failed')] })
  } else if (request.kind === 'other-regions') {
    const { steps, page } = several
    const further = await stepsFor(menu, inOtherRegions(openedRoles(steps), regionShown(facts, page)), true)
    // A role whose session isn't known would only be opened again. What is left stays so.
    const next = { count: 0, signOutOf: [] }
    await run(menu, { ...several, steps: [...steps, ...further.filter(step => !takesSession(step))], next })
  }
}

/** The first step opens the role's session, which the others then use. */
function withOneSession(steps: readonly Step[]): readonly Step[] {
  return steps.map((step, index) => (index > 0 && takesSession(step) ? { ...step, way: 'open' } : step))
}

async function stepsFor(
  menu: SeveralMenu,
  wanted: readonly Role[],
  isItself: boolean,
): Promise<readonly Step[]> {
  const [state, facts] = [menu.getState(), menu.aimed()]
  if (state.kind !== 'menu' || !facts) return []
  const { roles: offered, groups, current } = state
  const hosts = new Map<string, Promise<string | undefined>>()
  const hostOf = async (portal: string) => {
    const asked = hosts.get(portal) ?? hostToConfirm(portal, false, facts.tab)
    hosts.set(portal, asked)
    return asked
  }
  const steps = wanted.map(async (chosen): Promise<Step> => {
    const before = beforeSwitch(chosen, { offered, groups, current, isItself })
    // A reader opens in the region that was asked for.
    const role = isItself ? before.role : ((await menu.inTypedRegion(before.role)) ?? before.role)
    const way = wayOf(role, facts, state)
    const isAsked = takesSession({ way }) || way === 'container'
    const portal = portalOf(role, state)
    const host = isAsked && portal !== undefined ? await hostOf(portal) : undefined
    // A role that is reached through a portal asks once its switch is next.
    const question = isAsked && !state.through?.(role) && before.question
    return {
      role,
      way,
      progress: { kind: 'waiting' },
      ...(question && { question, ...(before.asksReason && { asksReason: true }) }),
      ...(host !== undefined && { host }),
    }
  })
  return withoutDoubles(await Promise.all(steps))
}

function wayOf(role: Role, { consoleTab, settings }: Facts, state: Menu): Way {
  if (consoleTab && isCurrent(role, consoleTab.session)) return 'here'
  if (state.openIn(role)) return 'open'
  if (role.container && settings.containers && hasContainers) return 'container'
  return portalOf(role, state) === undefined ? 'switch' : 'portal'
}

/** Returns the address of the role's portal, or of the one that it is reached through. */
function portalOf(role: Role, { through }: Menu): string | undefined {
  return (through?.(role)?.steps[0] ?? role).portal
}

/** Asks what there is to ask, says why nothing can be done, or opens the page in each. */
async function begin(
  menu: SeveralMenu,
  steps: readonly Step[],
  earlier: readonly Role[],
  page: string | undefined,
): Promise<void> {
  const [state, facts] = [menu.getState(), menu.aimed()]
  if (state.kind !== 'menu' || !facts || steps.length === 0) return
  const { session, pageFailure } = state
  const known = await sessionsOf(facts)
  const why =
    session?.mode.kind === 'classic' && steps.some(takesSession)
      ? 'classic'
      : pageFailure && steps.some(({ way }) => way === 'switch')
        ? 'blocked'
        : undefined
  const wanted = steps.filter(takesSession).length
  const next = roomFor(wanted, maxOpenSessions - known.length, signedOutFor(earlier, known, facts, state))
  const several: Several = {
    stage: why ? 'impossible' : 'asking',
    steps: inRoom(steps, next.count),
    ...(why && { why }),
    isUnsure: !session && known.length === 0 && steps.some(takesSession),
    next,
    ...(page !== undefined && consolePlace(page) && { page }),
    otherRegions: 0,
  }
  const asks = questionForAll(several.steps) !== undefined || next.signOutOf.length > 0 || several.isUnsure
  if (why || asks) show(menu, several)
  else await run(menu, several)
}

/** Returns the known sessions of the tab's cookie jar. */
async function sessionsOf({ consoleTab, tab, sessions }: Facts): Promise<readonly OpenSession[]> {
  return consoleTab ? sessions : (await readOpenSessions()).filter(session => isSameJar(session, tab))
}

/** Returns the roles of an earlier batch that can be signed out of: not those that the request comes from. */
function signedOutFor(
  earlier: readonly Role[],
  known: readonly OpenSession[],
  facts: Facts,
  state: Menu,
): readonly Role[] {
  const found = earlier.map(role => [sessionToEnd(role, known, facts, state)?.id, role] as const)
  return [...new Map(found)].flatMap(([id, role]) => (id === undefined ? [] : role))
}

function sessionToEnd(
  role: Role,
  known: readonly OpenSession[],
  { consoleTab }: Facts,
  { base }: Menu,
): OpenSession | undefined {
  const own = consoleTab && idOf(consoleTab.session)
  return known.find(({ id, session }) => id !== own && id !== base?.id && isCurrent(role, session))
}

function show(menu: SeveralMenu, several: Several): void {
  menu.dispatch({ kind: 'opened', panel: { kind: 'several', several } })
}

/**
 * Makes room, opens the page in one role after the other, and says what became of each. A refusal doesn't stop the others.
 * Ends early if the user leaves the panel. What isn't opened stays ticked.
 */
async function run(menu: SeveralMenu, begun: Several): Promise<void> {
  const mine = ++runs
  const { page } = begun
  let several: Several = { ...begun, stage: 'running', otherRegions: 0 }
  const isShown = () => {
    const state = menu.getState()
    return runs === mine && state.kind === 'menu' && state.panel?.kind === 'several'
  }
  show(menu, several)
  several = await makeRoom(menu, several)
  several = { ...several, steps: inRoom(several.steps, several.next.count) }
  await keep(menu, several)
  for (const [index, step] of several.steps.entries()) {
    if (step.progress.kind !== 'waiting') continue
    if (!isShown()) break
    several = withProgress(several, index, { kind: 'under-way' })
    show(menu, several)
    const progress = await open(menu, several, step)
    several = withProgress(several, index, progress)
    await keep(menu, several)
    const { isPrivate } = menu.aimed()?.tab ?? {}
    if (progress.kind === 'opened') await rememberRole(step.role.name, isPrivate ?? true).catch(() => {})
  }
  await learnSessions(menu)
  const [state, facts] = [menu.getState(), menu.aimed(page)]
  if (runs !== mine || state.kind !== 'menu' || !facts) return
  const names = new Set(unfinished(several.steps).map(({ role }) => role.name))
  const left = leftOf(several)
  menu.dispatch({
    kind: 'ticked',
    change: { ticked: names.size > 0 ? names : undefined, left: left.length || undefined },
  })
  if (!isShown()) return
  const known = await sessionsOf(facts)
  const opened = openedRoles(several.steps)
  // A session that a portal opened may not be known yet, but AWS counts it.
  const unseen = opened.filter(
    role => role.portal !== undefined && !known.some(({ session }) => isCurrent(role, session)),
  )
  const free = maxOpenSessions - known.length - unseen.length
  show(menu, {
    ...several,
    stage: 'done',
    next: roomFor(left.length, free, signedOutFor(openedAnew(several.steps), known, facts, state)),
    otherRegions: otherRegions(opened, facts, state),
  })
}

function withProgress(several: Several, at: number, progress: Progress): Several {
  return {
    ...several,
    steps: several.steps.map((step, index) => (index === at ? { ...step, progress } : step)),
  }
}

function leftOf({ steps }: Several): readonly Step[] {
  return steps.filter(({ progress: { kind } }) => kind === 'left' || kind === 'waiting')
}

/** Stores what is left, so that it can go on after the menu has closed. If it can't be stored, it is still ticked here. */
async function keep(menu: SeveralMenu, several: Several): Promise<void> {
  const facts = menu.aimed(several.page)
  if (!facts) return
  const page = facts.to ?? facts.consoleTab?.url
  await keepLeft({
    ...facts.tab,
    names: leftOf(several).map(({ role }) => role.name),
    opened: openedAnew(several.steps).map(({ name }) => name),
    ...(page !== undefined && { page }),
  }).catch(() => {})
}

/** Signs out of the sessions of the earlier batch, and closes their tabs. */
async function makeRoom(menu: SeveralMenu, several: Several): Promise<Several> {
  const { signOutOf: roles, count } = several.next
  let failed: Several['notSignedOut']
  let kept = 0
  for (const role of roles) {
    const [state, facts] = [menu.getState(), menu.aimed()]
    if (state.kind !== 'menu' || !facts) break
    const open = sessionToEnd(role, await sessionsOf(facts), facts, state)
    if (!open) continue
    const error = await signOutOf(open)
    if (error !== undefined) {
      kept++
      failed = { name: role.name, error }
      continue
    }
    await forgetSession(open.id).catch(() => {})
    if (open.tab !== undefined) await closeTab(open.tab)
    menu.learn({ sessions: facts.sessions.filter(({ id }) => id !== open.id) })
  }
  const { notSignedOut: _, ...rest } = several
  return {
    ...rest,
    next: { count: count - kept, signOutOf: [] },
    ...(failed && { notSignedOut: failed }),
  }
}

async function open(menu: SeveralMenu, several: Several, step: Step): Promise<Progress> {
  const [state, facts] = [menu.getState(), menu.aimed(several.page)]
  if (state.kind !== 'menu' || !facts) return { kind: 'waiting' }
  if (step.way === 'here' && isShownHere(step.role, facts)) return { kind: 'here' }
  const failure = step.way === 'open' && !state.openIn(step.role) && failureOf(step, several)
  if (failure) return { kind: 'failed', failure }
  const ending = await endingOf(() => openStep(step, beside(facts, openedRoles(several.steps).length), state))
  if (ending.kind !== 'done') return { kind: 'failed', failure: ending }
  if (ending.tab !== undefined) await noteOpened(ending.tab, step.role, facts)
  // The other regions of the role are opened in its session.
  if (takesSession(step)) await learnSessions(menu)
  return { kind: 'opened', tab: ending.tab }
}

/** Whether the tab shows the page in this role already, in its region. */
function isShownHere({ region }: Role, { consoleTab }: Facts): boolean {
  const { to, place } = consoleTab ?? {}
  return to === undefined && (region === undefined || region === place?.region)
}

/** Returns why the session that the step was to use isn't open. */
function failureOf({ role }: Step, { steps }: Several): StepFailure {
  const failed = steps.flatMap(step =>
    step.role.name === role.name && step.progress.kind === 'failed' ? step.progress.failure : [],
  )
  return failed[0] ?? { kind: 'unknown-answer' }
}

/** The new tabs are next to each other, in the order of the roles. */
function beside(facts: Facts, count: number): Facts {
  const tab = { ...facts.tab, index: facts.tab.index + count }
  return { ...facts, tab, ...(facts.consoleTab && { consoleTab: { ...facts.consoleTab, tab } }) }
}

async function openStep({ role, way }: Step, facts: Facts, state: Menu): Promise<Ending> {
  const { consoleTab } = facts
  if (way === 'container') return openInContainer(role, facts)
  if (way === 'portal') return openPortalRole(role, 'tab', facts, state.through?.(role), state.readerOf)
  // Whatever else there is starts from a console page.
  if (!consoleTab) return { kind: 'unknown-answer' }
  if (way === 'here') return moveHere(role, consoleTab, 'tab')
  const open = state.openIn(role)
  if (open) return goTo(open, 'tab', consoleTab, role)
  return switchTo(role, 'tab', consoleTab, state.fromBase.has(role.name) ? state.base : undefined)
}

/** Reads which sessions are open now. */
async function learnSessions(menu: SeveralMenu): Promise<void> {
  const consoleTab = menu.aimed()?.consoleTab
  if (consoleTab) menu.learn({ sessions: sessionsBeside(consoleTab, await readOpenSessions()) })
}

function regionShown({ consoleTab }: Facts, page: string | undefined): string | undefined {
  return page === undefined ? consoleTab?.place.region : consolePlace(page)?.region
}

/** Returns how many further tabs show the page in the other regions of the roles whose session is known. */
function otherRegions(opened: readonly Role[], facts: Facts, { openIn }: Menu): number {
  const { to, consoleTab } = facts
  const page = to ?? consoleTab?.url
  if (!consoleTab || page === undefined || isGlobalPage(new URL(page))) return 0
  const known = opened.filter(role => openIn(role) !== undefined || isCurrent(role, consoleTab.session))
  return inOtherRegions(known, regionShown(facts, to)).length
}
