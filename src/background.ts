import { onStart } from './browser/events'
import { keepSecrets } from './browser/secrets'
import { keepMarks } from './marks/keep-marks'
import { giveBackUnneeded } from './storage/give-back'
import { outliveUpdates } from './storage/outlive-update'
import { keepPolicyCopy } from './storage/policy/policy-copy'
import { rewriteOlder } from './storage/rewrite-older'
import { keepInStep } from './storage/sync/keep-in-step'
import { keepTeamFresh } from './team/keep-team-fresh'
import { hearSenders } from './team/senders'

keepSecrets()
outliveUpdates()
onStart(rewriteOlder)
onStart(giveBackUnneeded)
keepPolicyCopy()
keepInStep()
keepTeamFresh()
keepMarks()
hearSenders()
