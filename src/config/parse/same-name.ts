import { fieldKeys, sectionFieldKeys } from './keys'
import { leads, type Section } from './section'

/** What two sections of one name are: one profile, two target roles of different base accounts, or one too many. */
export type SameName =
  /** `counts`: what it says counts where both say something. `other`: nothing of it counts if it is `ignored`. */
  | { readonly kind: 'one'; readonly counts: Section; readonly other: Section; readonly ignored?: true }
  | { readonly kind: 'twins' }
  | { readonly kind: 'duplicate' }

/**
 * Tells what a later section of a text is to an earlier one of the same name. `~/.aws/config` has a profile as `[profile a]` and
 * `~/.aws/credentials` as `[a]`: both are one profile, and what the credentials say counts. In one file the later section counts, but
 * `[profile default]` counts alone beside `[default]`. Sources: the profile tests that the AWS SDKs share (“Duplicate profiles in the same
 * file merge properties”, “Default profile with profile prefix overrides …”); botocore, `Session.full_config`. Only two that both say
 * which account they lead to are no profile of the AWS CLI's: they are two roles if their base accounts differ, else a slip.
 */
export function sameName(earlier: Section, later: Section): SameName {
  const credentials = credentialsOf(earlier, later)
  if (credentials) return { kind: 'one', counts: credentials, other: credentials === later ? earlier : later }
  if (earlier.profile.account !== undefined && later.profile.account !== undefined) {
    const [one, other] = [earlier.profile.sourceProfile, later.profile.sourceProfile]
    return { kind: one !== undefined && other !== undefined && one !== other ? 'twins' : 'duplicate' }
  }
  if (earlier.broken || later.broken) return { kind: 'duplicate' }
  if (earlier.marked === later.marked) return { kind: 'one', counts: later, other: earlier }
  const [marked, unmarked] = earlier.marked ? [earlier, later] : [later, earlier]
  return earlier.profile.name === 'default'
    ? { kind: 'one', counts: marked, other: unmarked, ignored: true }
    : { kind: 'one', counts: unmarked, other: marked }
}

/** The one that is of `~/.aws/credentials`, if that is certain: access keys were taken out of it, and not of the other. */
function credentialsOf(one: Section, other: Section): Section | undefined {
  const [isOne, isOther] = [one, other].map(({ hadSecrets, marked }) => hadSecrets && !marked)
  if (isOne === isOther) return undefined
  return isOne ? one : other
}

/** The keys that both say, each something else. */
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
 * Two sections as one: what `counts` says, and what only the other does. It stands where the profile says which account it leads to, else
 * where it stands first.
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
      // Partition and alias are the account's: another account's would be wrong.
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
    marked: counts.marked || other.marked,
  }
}

function defined(section: Section): Section {
  return Object.fromEntries(
    Object.entries(section).filter(([, value]) => value !== undefined),
  ) as unknown as Section
}
