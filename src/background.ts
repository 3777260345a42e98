import { onStart } from './browser/background-events'
import { registerSealing } from './browser/sealing'
import { registerLaunch } from './launch/register-launch'
import { registerLinks } from './launch/register-links'
import { registerOnward } from './launch/register-onward'
import { registerLog } from './log/register-log'
import { registerMarks } from './marks/register-marks'
import { registerSessionCopy } from './marks/session-copy'
import { registerPortalScan } from './portal/register-portal-scan'
import { registerPolicyCopy } from './settings/policy-copy'
import { registerSync } from './sync/register-sync'
import { registerTeamRefresh } from './team/register-team-refresh'
import { registerSenders } from './team/sender-commands'
import { registerFirstPage } from './upkeep/first-page'
import { giveBackUnneeded } from './upkeep/give-back'
import { upgradeStored } from './upkeep/upgrade-stored'

registerSealing()
registerSessionCopy()
onStart(upgradeStored)
onStart(giveBackUnneeded)
registerFirstPage()
registerPolicyCopy()
registerSync()
registerTeamRefresh()
registerMarks()
registerSenders()
registerPortalScan()
registerLaunch()
registerLinks()
registerOnward()
registerLog()
