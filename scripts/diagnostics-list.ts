import type { Diagnostic, DiagnosticKind } from '../src/config/parse/diagnostic'
import { readMessages, rendered } from './message-values'

export const diagnosticsPage = 'docs/configuration.md'

const [start, end] = ['<!-- messages: written by `npm run messages` -->', '<!-- end of messages -->']

/** The severity of each kind, in the order of the page. A test compares it with the parser. */
export const severities: Readonly<Record<DiagnosticKind, Diagnostic['severity']>> = {
  unclosedHeader: 'error',
  emptyName: 'error',
  notOneLineName: 'error',
  tooLongName: 'error',
  notOneLineEssential: 'error',
  tooLongEssential: 'error',
  reservedName: 'error',
  duplicateProfile: 'error',
  duplicateKey: 'error',
  invalidAccount: 'error',
  aliasInPortal: 'error',
  invalidRoleName: 'error',
  invalidRoleArn: 'error',
  unknownPartition: 'error',
  conflictingAccount: 'error',
  conflictingRoleName: 'error',
  tooManyProfiles: 'error',
  missingAccount: 'error',
  portalWithoutRole: 'error',
  portalWithoutAccount: 'error',
  roleNameInPortal: 'error',
  noRole: 'error',
  outsideSection: 'warning',
  notKeyValue: 'warning',
  lookAlikes: 'warning',
  textAfterHeader: 'warning',
  defaultTwice: 'warning',
  sameName: 'warning',
  misspelledKey: 'warning',
  misspelledKeys: 'warning',
  unknownKey: 'warning',
  unknownKeys: 'warning',
  emptyValue: 'warning',
  unclosedQuote: 'warning',
  cutOff: 'warning',
  notOneLine: 'warning',
  tooLong: 'warning',
  invalidAlias: 'warning',
  invalidColor: 'warning',
  invalidRegion: 'warning',
  invalidDuration: 'warning',
  invalidImage: 'warning',
  imageType: 'warning',
  imageSvg: 'warning',
  imageDamaged: 'warning',
  imageTooLarge: 'warning',
  imageTooWide: 'warning',
  invalidYesOrNo: 'warning',
  invalidConfirm: 'warning',
  invalidRequestUrl: 'warning',
  unknownPlaceholder: 'warning',
  invalidPattern: 'warning',
  invalidPortal: 'warning',
  issuerWithoutRegion: 'warning',
  ownPortalDomain: 'warning',
  longRoleName: 'warning',
  portalWithoutAddress: 'warning',
  missingSession: 'warning',
  misspelledSession: 'warning',
  sessionWithoutPortal: 'warning',
  accessKeys: 'warning',
  onlyInTeam: 'warning',
  invalidInclude: 'warning',
  invalidRefresh: 'warning',
  missingSource: 'warning',
  misspelledSource: 'warning',
  brokenSource: 'warning',
  sourceWithoutAccount: 'warning',
  brokenSourceElsewhere: 'warning',
  sourceWithoutAccountElsewhere: 'warning',
  brokenElsewhere: 'warning',
  sourceWithoutSsoRole: 'warning',
  severalOfName: 'warning',
  sourceCycle: 'warning',
  missingInclude: 'warning',
  misspelledInclude: 'warning',
  includeCycle: 'warning',
  missingReader: 'warning',
  misspelledReader: 'warning',
  readerElsewhere: 'warning',
  selfSource: 'info',
  externalId: 'info',
  externalIds: 'info',
  onlyAccount: 'info',
}

const headings = { error: 'Errors', warning: 'Warnings', info: 'Notices' } as const

/** Returns the page with every message about the list, between its two comments. */
export function withDiagnostics(page: string): string {
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  if (from < 0 || to < from)
    throw new Error(`${diagnosticsPage} lacks the comments that enclose the messages.`)
  return `${page.slice(0, from)}${start}\n\n${lists()}${page.slice(to)}`
}

function lists(): string {
  const english = readMessages('en')
  return (['error', 'warning', 'info'] as const)
    .map(severity => {
      const kinds = Object.entries(severities).filter(([, one]) => one === severity)
      const sentences = kinds.map(([kind]) => {
        const message = english[`diagnostic_${kind}`]
        if (!message) throw new Error(`${kind} has no message.`)
        return `- ${rendered(message, message)}\n`
      })
      return `### ${headings[severity]}\n\n${sentences.join('')}\n`
    })
    .join('')
}
