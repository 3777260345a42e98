import type { Role } from '../src/config/resolve/role'
import type { OpenSession } from '../src/sessions/known-sessions'
import type { Remedy } from './failures/failure-sentences'
import type { Command, OpenMode } from './keys'
import type { Row } from './list/rows'
import type { SeveralRequest } from './several/steps'
import type { Menu, Panel, State, Waiting } from './state'

/** What the menu shows, and the user's actions that it reports. */
export interface PopupProps {
  readonly state: State
  onQuery(query: string): void
  onCommand(command: Command): void
  onChoose(row: Row, how: OpenMode): void
  /** The pointer has moved onto the row of the list. */
  onPoint(index: number): void
  /** The user has confirmed the switch, or with `isHost` the host of its portal. */
  onConfirm(role: Role, how: OpenMode, isHost: boolean): void
  /** The user has confirmed what a link asks for. */
  onFollowLink(role: Role): void
  /** Opens it although as many sessions are open as AWS allows. */
  onSwitchAnyway(role: Role, how: OpenMode): void
  /** Takes the tab, which is in the role, to the role's region. */
  onMove(role: Role): void
  /** Begins a new session of the role that the tab is in. */
  onRenew(role: Role): void
  onGoTo(session: OpenSession): void
  /** Returns why it failed, if it did. */
  onSignOut(session: OpenSession, waiting: Waiting | undefined): Promise<string | undefined>
  onOpen(panel: Panel): void
  onClosePanel(): void
  onPin(role: Role): void
  /** Something about ticked roles, or about the page in several. */
  onSeveral(request: SeveralRequest): void
  onRemedy(remedy: Remedy): void
  /** Tries the last switch through another sign-in host. */
  onTryHost(host: string): void
  /** Shows what can be done without what the page hasn't said yet. */
  onStopWaiting(): void
}

/** What a panel shows, and the user's actions that it reports. */
export interface PanelProps extends PopupProps {
  readonly menu: Menu
}
