import type { OneLine } from '../../lib/one-line'
import type { Problem, Span } from './diagnostic'
import type { Profile } from './profile'
import type { TextOrigin } from './team-settings'

/** A stretch of a line of one of the texts that are read together. */
export interface Place extends Span {
  /** Index of the text. */
  readonly text: number
  /** Whether only a part of what is there is meant, so that nothing can take its place. */
  readonly isPart?: true
  /** The value together with what a `;` or `#` cuts off of it, if something is cut off that may be meant. */
  readonly whole?: string
}

/**
 * A section while it is read: the profile so far, and what is needed to check it against the others. Its
 * own place is the header, brackets included.
 */
export interface Section extends Place {
  readonly profile: { -readonly [Key in keyof Profile]: Profile[Key] }
  /** Whether an error has been found in it: then the profile is left out. */
  broken: boolean
  /** Whether a line that was to say where it leads couldn't be read, as with a misspelled `aws_account_id`. */
  misread: boolean
  /**
   * What the texts that count more than the next ones make of it, once they say where it leads, or get that wrong. What
   * the next ones say changes nothing of that.
   */
  settledAs: 'role' | 'portal' | 'base' | 'nothing' | undefined
  /** Index of the last text that had a say in where it leads. */
  reach: number
  /** Whether the word `profile` stands before its name. */
  readonly marked: boolean
  /** Whether access keys were taken out of it, as of a section of `~/.aws/credentials`. */
  hadSecrets: boolean
  /** Whether it has keys that only other tools read. */
  hasAwsKeys: boolean
  /** Where `source_profile` is written; its value is in the profile. */
  sourceSpan: Place | undefined
  /** `include_profile`, or aws-vault's older `parent_profile`. */
  include: OneLine | undefined
  includeSpan: Place | undefined
  ssoAccount: OneLine | undefined
  ssoRoleName: OneLine | undefined
  /** Where the word `role_name` is written. */
  roleNameKey: Place | undefined
  /** Where the word `external_id` is written. */
  externalIdKey: Place | undefined
  /** The portal's address, once checked as `portalAddresses` writes it: with others of the same instance, if there are any. */
  ssoStartUrl: OneLine | undefined
  portalSpan: Place | undefined
  /** Where the instance is, as it is written. */
  ssoRegion: OneLine | undefined
  /** The name of the `[sso-session …]` that has it. */
  ssoSession: OneLine | undefined
  sessionSpan: Place | undefined
  /** The portal's address, once a list that counts more has said it, itself or by its session. */
  portalUrl: OneLine | undefined
}

/** Takes a finding. An error is also noted on the section. */
export type Report = (problem: Problem, place: Place, section?: Section) => void

/** A section of `name` whose header is at `place`, in a text of that origin. */
export function newSection(
  name: OneLine,
  { text, line, column, endColumn }: Place,
  origin: TextOrigin,
  marked: boolean,
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
    marked,
    hadSecrets: false,
    hasAwsKeys: false,
    sourceSpan: undefined,
    include: undefined,
    includeSpan: undefined,
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

/** Whether a section says by itself which account it leads to. */
export function leads({ profile, ssoAccount }: Section): boolean {
  return profile.account !== undefined || ssoAccount !== undefined
}

/** The section that a section's `source_profile` names, if there is one. */
export function sourceOf(section: Section, sections: ReadonlyMap<string, Section>): Section | undefined {
  const { sourceProfile } = section.profile
  return sourceProfile === undefined ? undefined : sections.get(sourceProfile)
}
