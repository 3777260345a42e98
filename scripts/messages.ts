// `npm run messages` generates the files that are derived from public/_locales/en/messages.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { diagnosticsPage, withDiagnostics } from './diagnostics-list'
import { readMessages, valuesModule, valuesSource } from './message-values'

writeFileSync(valuesModule, valuesSource(readMessages('en')))
writeFileSync(diagnosticsPage, withDiagnostics(readFileSync(diagnosticsPage, 'utf8')))
