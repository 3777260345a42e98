import { expect, it, vi } from 'vitest'
import { onwardItem } from '../src/launch/onward'
import { pendingChoiceItem } from '../src/launch/pending-choice'
import { leftRolesItem } from '../src/sessions/left-roles'
import { openSessionsDefinition } from '../src/sessions/stored-sessions'
import { sessionStartsDefinition } from '../src/sessions/stored-starts'
import { policyItem, settingsItem } from '../src/settings/settings'
import { parsedItem } from '../src/storage/list-items'
import { menuLayoutItem } from '../src/storage/menu-layout'
import { usedRolesItem } from '../src/storage/used-roles'
import { teamStatusItem } from '../src/team/team-status'
import { localKeys, sessionKeys } from './ask-browser'

vi.mock('../src/browser/api', () => ({ browser: {} }))

it('the first script asks for the items that the menu reads, by their keys', () => {
  const local = [parsedItem, settingsItem, policyItem, usedRolesItem, menuLayoutItem, teamStatusItem]
  expect(local.map(({ place }) => place)).toEqual(
    localKeys.map(key => expect.objectContaining({ area: 'local', key })),
  )
  const session = [
    openSessionsDefinition,
    sessionStartsDefinition,
    pendingChoiceItem.place,
    leftRolesItem.place,
    onwardItem.place,
  ]
  expect(session).toEqual(sessionKeys.map(key => expect.objectContaining({ area: 'session', key })))
})
