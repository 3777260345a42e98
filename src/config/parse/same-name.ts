import { fieldKeys, sectionFieldKeys } from './keys'
import { leads, type Section } from './section'

/** What two sections of the same name are: one profile, two target roles of different base accounts, or a duplicate. */
export type SameName =
  /** `counts` takes precedence if both set a key. Nothing in `other` counts if it is `ignored`. */
  | { readonly kind: 'one'; readonly counts: Section; readonly other: Section; readonly ignored?: true }
  | { readonly kind: 'twins' }
  | { readonly kind: 'duplicate' }

/**
 * Classifies a later section of a text that has the same name as an earlier one. `~/.aws/config` has a profile as `[profile
 * a]` and `~/.aws/credentials` as `[a]`: both are one profile, and the credentials take precedence. Within one file the
 * later section takes precedence, but `[profile default]` replaces `[default]`. Sources: the profile tests that the AWS SDKs
 * share (“Duplicate profiles in the same file merge properties”, “Default profile with profile prefix overrides …”);
 * botocore, `Session.full_config`. Only if both say which account they lead to are they not an AWS CLI profile: they are two
 * roles if their base accounts differ, else a mistake.
 */
export function sameName(earlier: Section, later: Section): SameName {
  const credentials = credentialsOf(earlier, later)
  if (credentials) return { kind: 'one', counts: credentials, other: credentials === later ? earlier : later }
  if (earlier.profile.account !== undefined && later.profile.account !== undefined) {
    const [one, other] = [earlier.profile.sourceProfile, later.profile.sourceProfile]
    return { kind: one !== undefined && other !== undefined && one !== other ? 'twins' : 'duplicate' }
  }
  if (earlier.broken || later.broken) return { kind: 'duplicate' }
  if (earlier.hasProfileWord === later.hasProfileWord) return { kind: 'one', counts: later, other: earlier }
  const [withWord, without] = earlier.hasProfileWord ? [earlier, later] : [later, earlier]
  return earlier.profile.name === 'default'
    ? { kind: 'one', counts: withWord, other: without, ignored: true }
    : { kind: 'one', counts: without, other: withWord }
}

/**
 * Returns the section that certainly comes from `~/.aws/credentials`: access keys were removed from it, and not from the
 * other.
 */
function credentialsOf(one: Section, other: Section): Section | undefined {
  const [isOne, isOther] = [one, other].map(({ hadSecrets, hasProfileWord }) => hadSecrets && !hasProfileWord)
  if (isOne === isOther) return undefined
  return isOne ? one : other
}

/** Returns the keys that both set to different values. */
export function conflicts(one: Section, other: Section): readonly string[] {
  const differ = (own: unknown, theirs: unknown) =>
    own !== undefined && theirs !== undefined && JSON.stringify(own) !== JSON.stringify(theirs)
  return [
    ...[...fieldKeys].flatMap(([field, key]) =>
      differ(one.profile[field], other.profile[field]) ? key : [],
    ),
    ...[...sectionFieldKeys].flatMap(([field, key]) => (differ(one[field], other[field]) ? key : [])),
  ]
}

/**
 * Merges two sections: everything in `counts`, and what only the other has. Placed where the profile says which account it
 * leads to, else at its first occurrence.
 */
export function asOne(counts: Section, other: Section): Section {
  const [own, theirs] = [counts.profile, other.profile]
  const isElsewhere =
    own.account !== undefined && theirs.account !== undefined && own.account !== theirs.account
  const { account: _, partition, accountAlias, ...rest } = theirs
  const leading = [counts, other].filter(leads)
  const [place = counts] = (leading.length > 0 ? leading : [counts, other]).sort((a, b) => a.line - b.line)
  const { text, line, column, endColumn } = place
  return {
    ...other,
    ...defined(counts),
    ...{ text, line, column, endColumn },
    profile: {
      ...rest,
      ...(theirs.account !== undefined && { account: theirs.account }),
      // Partition and alias belong to the account: another account's would be wrong.
      ...(!isElsewhere && partition !== undefined && { partition }),
      ...(!isElsewhere && accountAlias !== undefined && { accountAlias }),
      ...own,
      ...((own.aws || theirs.aws) && { aws: { ...theirs.aws, ...own.aws } }),
      line,
    },
    broken: counts.broken || other.broken,
    misread: counts.misread || other.misread,
    hasAwsKeys: counts.hasAwsKeys || other.hasAwsKeys,
    hadSecrets: counts.hadSecrets || other.hadSecrets,
    hasProfileWord: counts.hasProfileWord || other.hasProfileWord,
  }
}

function defined(section: Section): Section {
  return Object.fromEntries(
    Object.entries(section).filter(([, value]) => value !== undefined),
  ) as unknown as Section
}
