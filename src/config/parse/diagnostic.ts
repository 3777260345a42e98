import type { Line } from '../../lib/one-line'

/**
 * A diagnostic about the text. It contains the facts, not the sentence: the interface creates that in the reader's language
 * from the message `diagnostic_<kind>` and `values`.
 */
export interface Diagnostic extends Diagnosis, Span {}

/** What is wrong, without its position. */
export interface Diagnosis {
  /**
   * `error`: the underlined part is left out, which is the profile or, for a duplicate key, the second one. `warning`: the
   * profile works, but not as written. `info`: good to know.
   */
  readonly severity: 'error' | 'warning' | 'info'
  readonly kind: DiagnosticKind
  /** The message's values, in order: the value found, the nearest known key, … Long ones are cut off. */
  readonly values: readonly string[]
  /** The replacement, if the correct text is known. */
  readonly fix?: Fix
}

/** A stretch of one line. */
export interface Span {
  /** 1-based line. LF, CRLF and CR each count as one line end. */
  readonly line: number
  /** 1-based column of the first character, in UTF-16 code units. */
  readonly column: number
  /** 1-based column after the last character, on the same line. */
  readonly endColumn: number
}

interface Fix {
  /** Replaces the diagnostic's span; nothing else changes. */
  readonly text: Line
}

/** The kinds of diagnostics. The comment after each lists its `values`, in order. */
export type DiagnosticKind =
  // Lines and sections
  | 'outsideSection' // the text found
  | 'notKeyValue' // the text found
  | 'lookAlikes' // the characters, what is read
  | 'unclosedHeader' // the text found
  | 'textAfterHeader' // the text found
  | 'emptyName'
  | 'notOneLineName' // the name, made one line
  | 'tooLongName'
  | 'reservedName' // the section's name
  | 'duplicateProfile' // name, line of the first
  | 'defaultTwice' // line of the one that counts
  | 'sameName' // profile, the keys, line of the one that counts
  | 'tooManyProfiles' // how many count
  // Keys and values
  | 'misspelledKey' // key, nearest known key
  | 'misspelledKeys' // key, nearest known key, number of profiles
  | 'unknownKey' // key
  | 'unknownKeys' // key, number of profiles
  | 'duplicateKey' // key, line of the first
  | 'emptyValue' // key
  | 'unclosedQuote' // key
  | 'cutOff' // what is cut off, key
  | 'notOneLine' // key
  | 'notOneLineEssential' // key
  | 'tooLong' // key
  | 'tooLongEssential' // key
  | 'invalidAccount' // value
  | 'aliasInPortal' // value
  | 'invalidAlias' // value
  | 'invalidRoleName' // value
  | 'invalidRoleArn' // value
  | 'unknownPartition' // partition
  | 'invalidColor' // value
  | 'invalidRegion' // value
  | 'invalidDuration' // value
  | 'invalidImage' // value
  | 'imageType' // type
  | 'imageSvg' // value
  | 'imageDamaged'
  | 'imageTooLarge' // bytes, the most
  | 'imageTooWide' // width and height, the most
  | 'invalidYesOrNo' // value
  | 'invalidConfirm' // value
  | 'invalidRequestUrl' // value
  | 'unknownPlaceholder' // the placeholder
  | 'invalidPattern' // value
  | 'invalidPortal' // value
  | 'issuerWithoutRegion' // value
  | 'ownPortalDomain' // host
  | 'longRoleName' // role name with its path
  | 'externalId' // profile
  | 'externalIds' // how many profiles, the first one's name
  | 'accessKeys' // lines, as in `3–5, 9`
  // Settings
  | 'onlyInTeam' // key
  | 'invalidInclude' // value
  | 'invalidRefresh' // value
  // Whole profiles
  | 'conflictingAccount' // account of role_arn, aws_account_id
  | 'conflictingRoleName' // role name of role_arn, role_name
  | 'missingAccount' // profile
  | 'noRole' // profile, its base account's profile
  | 'onlyAccount' // profile
  | 'portalWithoutRole' // profile
  | 'portalWithoutAccount' // profile
  | 'portalWithoutAddress' // profile
  | 'roleNameInPortal' // profile
  | 'brokenElsewhere' // profile
  // Between profiles
  | 'missingSource' // source_profile, number of profiles that name it
  | 'misspelledSource' // source_profile, nearest name, number of profiles that name it
  | 'brokenSource' // source_profile, its line, number of profiles that name it
  | 'sourceWithoutAccount' // source_profile, its line, number of profiles that name it
  | 'brokenSourceElsewhere' // source_profile, number of profiles that name it
  | 'sourceWithoutAccountElsewhere' // source_profile, number of profiles that name it
  | 'sourceWithoutSsoRole' // source_profile, its line, number of profiles that name it
  | 'missingSession' // sso_session, number of profiles that name it
  | 'misspelledSession' // sso_session, nearest name, number of profiles that name it
  | 'sessionWithoutPortal' // sso_session, number of profiles that name it
  | 'selfSource' // profile
  | 'severalOfName' // source_profile, line of the one that counts
  | 'sourceCycle' // the names, as in `a → b → a`
  | 'missingInclude' // include_profile
  | 'misspelledInclude' // include_profile, nearest name
  | 'includeCycle' // the names, as in `a → b → a`
  | 'missingReader' // reader
  | 'misspelledReader' // reader, nearest name
  | 'readerElsewhere' // reader, profile
