import type { OneLine } from '../../lib/one-line'
import type { Diagnosis, Span } from './diagnostic'
import type { Profile } from './profile'
import type { TextOrigin } from './team-settings'

/** A stretch of a line in one of the texts that are read together. */
export interface Place extends Span {
  /** Index of the text. */
  readonly text: number
  /** Whether only part of the text there is meant, so that nothing can replace it. */
  readonly isPart?: true
  /** The value including what a `;` or `#` cuts off, if that may be intended. */
  readonly whole?: string
}

/**
 * A section while it is read: the profile so far, and what is needed to check it against the others. Its own place is the
 * header, including brackets.
 */
export interface Section extends Place {
  readonly profile: { -readonly [Key in keyof Profile]: Profile[Key] }
  /** Whether it has an error, so that the profile is left out. */
  broken: boolean
  /** Whether a line that should say where it leads couldn't be read, such as a misspelled `aws_account_id`. */
  misread: boolean
  /**
   * What the higher-priority texts make of it, once they say where it leads, or get that wrong. Later texts don't change it.
   */
  settledAs: 'role' | 'portal' | 'base' | 'nothing' | undefined
  /** Index of the last text that affected where it leads. */
  reach: number
  /** Whether the word `profile` comes before its name. */
  readonly hasProfileWord: boolean
  /** Whether access keys were removed from it, as from a section of `~/.aws/credentials`. */
  hadSecrets: boolean
  /** Whether it has keys that only other tools read. */
  hasAwsKeys: boolean
  /** The position of `source_profile`; its value is in the profile. */
  sourceSpan: Place | undefined
  /** `include_profile`, or aws-vault's older `parent_profile`. */
  include: OneLine | undefined
  includeSpan: Place | undefined
  /** The position of `reader`; its value is in the profile. */
  readerSpan: Place | undefined
  ssoAccount: OneLine | undefined
  ssoRoleName: OneLine | undefined
  roleNameKey: Place | undefined
  externalIdKey: Place | undefined
  /** The portal's address; once checked, in the form of `portalAddresses`, with any others of the same instance. */
  ssoStartUrl: OneLine | undefined
  portalSpan: Place | undefined
  /** The instance's region, as written. */
  ssoRegion: OneLine | undefined
  /** The name of the `[sso-session …]` that has the address. */
  ssoSession: OneLine | undefined
  sessionSpan: Place | undefined
  /** The portal's address, once a higher-priority list has set it, itself or through its session. */
  portalUrl: OneLine | undefined
}

/** Records a finding. An error is also noted on the section. */
export type Report = (diagnosis: Diagnosis, place: Place, section?: Section) => void

/** Creates a section called `name` with its header at `place`, in a text of that origin. */
export function newSection(
  name: OneLine,
  { text, line, column, endColumn }: Place,
  origin: TextOrigin,
  hasProfileWord: boolean,
): Section {
  return {
    text,
    line,
    column,
    endColumn,
    profile: origin === 'team' ? { name, line, origin } : { name, line },
    broken: false,
    misread: false,
    settledAs: undefined,
    reach: text,
    hasProfileWord,
    hadSecrets: false,
    hasAwsKeys: false,
    sourceSpan: undefined,
    include: undefined,
    includeSpan: undefined,
    readerSpan: undefined,
    ssoAccount: undefined,
    ssoRoleName: undefined,
    roleNameKey: undefined,
    externalIdKey: undefined,
    ssoStartUrl: undefined,
    portalSpan: undefined,
    ssoRegion: undefined,
    ssoSession: undefined,
    sessionSpan: undefined,
    portalUrl: undefined,
  }
}

/** Whether a section says itself which account it leads to. */
export function leads({ profile, ssoAccount }: Section): boolean {
  return profile.account !== undefined || ssoAccount !== undefined
}

/** Returns the section that a section's `source_profile` names, if it exists. */
export function sourceProfileOf(
  section: Section,
  sections: ReadonlyMap<string, Section>,
): Section | undefined {
  const { sourceProfile } = section.profile
  return sourceProfile === undefined ? undefined : sections.get(sourceProfile)
}
