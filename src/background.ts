import { onStart } from './browser/background-events'
import { keepSecrets } from './browser/secrets'
import { keepMarks } from './marks/keep-marks'
import { outliveUpdates } from './marks/outlive-update'
import { keepPolicyCopy } from './settings/policy-copy'
import { keepInStep } from './sync/keep-in-step'
import { keepTeamFresh } from './team/keep-team-fresh'
import { hearSenders } from './team/senders'
import { giveBackUnneeded } from './upkeep/give-back'
import { rewriteOlder } from './upkeep/rewrite-older'

keepSecrets()
outliveUpdates()
onStart(rewriteOlder)
onStart(giveBackUnneeded)
keepPolicyCopy()
keepInStep()
keepTeamFresh()
keepMarks()
hearSenders()
