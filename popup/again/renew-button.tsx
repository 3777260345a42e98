import { sessionOfUrl } from '../../src/aws/console-place'
import { message } from '../../src/browser/i18n'
import { allTabs } from '../../src/browser/tabs'
import { idOf } from '../../src/sessions/known-sessions'
import type { Menu, Panel } from '../state'

interface RenewButtonProps {
  readonly menu: Menu
  onOpen(panel: Panel): void
}

/** Asks whether to renew the session of the role that the tab is in. */
export function RenewButton({ menu: { current: role, session }, onOpen }: RenewButtonProps) {
  if (!role || !session) return null
  const ask = async () => onOpen({ kind: 'renew', role, tabs: await countTabs(idOf(session)) })
  return (
    <button type="button" class="link-button" title={message('popup_renewTitle', role.name)} onClick={ask}>
      {message('popup_renew')}
    </button>
  )
}

/** Returns how many tabs show pages of the session, as far as Rolecall may see them: at least this one. */
async function countTabs(session: string | undefined): Promise<number> {
  if (session === undefined) return 1
  const tabs = await allTabs().catch(() => [])
  const own = tabs.filter(({ url }) => url !== undefined && sessionOfUrl(url) === session)
  return Math.max(1, own.length)
}
