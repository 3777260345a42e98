import type { Problem, Span } from './diagnostic'
import type { Profile } from './profile'

/**
 * A section while it is read: the profile so far, and what is needed to check it against the others. Its
 * own span is the header, brackets included.
 */
export interface Section extends Span {
  readonly profile: { -readonly [Key in keyof Profile]: Profile[Key] }
  /** Whether an error has been found in it: then the profile is left out. */
  broken: boolean
  /** Whether it has keys that only other tools read. */
  hasAwsKeys: boolean
  /** Where `source_profile` is written; its value is in the profile. */
  sourceSpan: Span | undefined
  /** `include_profile`, or aws-vault's older `parent_profile`. */
  include: string | undefined
  includeSpan: Span | undefined
  ssoAccount: string | undefined
  ssoRoleName: string | undefined
}

/** Takes a finding. An error is also noted on the section. */
export type Report = (problem: Problem, span: Span, section?: Section) => void

/** A section of `name` whose header is at `span`. */
export function newSection(name: string, { line, column, endColumn }: Span): Section {
  return {
    line,
    column,
    endColumn,
    profile: { name, line },
    broken: false,
    hasAwsKeys: false,
    sourceSpan: undefined,
    include: undefined,
    includeSpan: undefined,
    ssoAccount: undefined,
    ssoRoleName: undefined,
  }
}

/** The section that a section's `source_profile` names, if there is one. */
export function sourceOf(section: Section, sections: ReadonlyMap<string, Section>): Section | undefined {
  const { sourceProfile } = section.profile
  return sourceProfile === undefined ? undefined : sections.get(sourceProfile)
}
