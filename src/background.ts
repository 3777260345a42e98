import { keepInStep } from './storage/sync/keep-in-step'

keepInStep()
