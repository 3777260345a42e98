import { onStart } from './browser/events'
import { rewriteOlder } from './storage/rewrite-older'
import { keepInStep } from './storage/sync/keep-in-step'

onStart(rewriteOlder)
keepInStep()
