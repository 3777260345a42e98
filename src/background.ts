import { onStart } from './browser/events'
import { keepMarks } from './marks/keep-marks'
import { keepPolicyCopy } from './storage/policy/policy-copy'
import { rewriteOlder } from './storage/rewrite-older'
import { keepInStep } from './storage/sync/keep-in-step'
import { keepTeamFresh } from './team/keep-team-fresh'
import { hearSenders } from './team/senders'

onStart(rewriteOlder)
keepPolicyCopy()
keepInStep()
keepTeamFresh()
keepMarks()
hearSenders()
