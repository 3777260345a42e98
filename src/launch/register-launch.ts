import { onCommand } from '../browser/background-events'
import { message } from '../browser/i18n'
import { onAddressBarChoice, onAddressBarInput } from '../browser/omnibox'
import { onStorageChange } from '../browser/storage-areas'
import { typos } from '../roles/typos'
import { openInMenu } from './open-in-menu'
import { pinCommands } from './pin-commands'
import { type ListToSearch, readListToSearch, searchedPlaces } from './search-list'
import { suggestionsFor } from './suggestions'

/** Opens roles from outside of the menu: from the address bar, after the keyword `rc`, and with the keys for pins. */
export function registerLaunch(): void {
  /** Kept while the background script runs, until something that it was made of changes. */
  let list: Promise<ListToSearch | undefined> | undefined
  const getList = () => {
    list ??= readListToSearch()
    // The next text tries again.
    list.catch(() => {
      list = undefined
    })
    return list
  }
  onStorageChange(change => {
    if (change.isOf(...searchedPlaces)) list = undefined
  })
  const warmUp = async () => {
    // The first search is slower than all others, and the first letter should find it done.
    ;(await getList())?.search.find('e')
  }
  onAddressBarInput(message('addressBar_hint'), warmUp, async text => {
    // If there is nothing to offer, Enter opens the menu, which says why.
    const found = await getList().catch(() => undefined)
    return found ? suggestionsFor(text, found, typos, found.hideAccountIds) : []
  })
  onAddressBarChoice((text, inNewTab) => {
    void openInMenu({ kind: 'typed', text }, inNewTab ? 'tab' : 'here').catch(() => {})
  })
  onCommand(name => {
    const index = pinCommands.findIndex(command => command.name === name)
    if (index !== -1) void openInMenu({ kind: 'pin', index }, 'here').catch(() => {})
  })
}
