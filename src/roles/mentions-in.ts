/** A role that a text names by its ARN, or an account alone. */
export interface Mention {
  /** 12 digits. */
  readonly account: string
  readonly roleName?: string
}

// The account id of an ARN, the role of one, and an account id by itself, as it is or as the console shows it.
const mention =
  /\barn:aws[\w-]*:(?:iam|sts):[^:\s]*:(\d{12}):(?:assumed-)?role\/([\w+=,.@/-]+)|(?<!\d|\d-)(\d{4})-?(\d{4})-?(\d{4})(?!\d|-\d|\.\d)/gi
/** The role that Identity Center makes for a permission set. Source: IAM Identity Center user guide, “Referencing permission sets”. */
const reserved = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/i

/**
 * The accounts and roles that a text names, in its order, such as an error of AWS's or a line of a log: by ARNs of roles and
 * of their sessions, by other ARNs, and by ids with hyphens or without.
 */
export function mentionsIn(text: string): readonly Mention[] {
  const plain = text.replace(/[\u2010-\u2015\u2212]/g, '-')
  return Array.from(plain.matchAll(mention), ([whole, ofRole, path = '', ...parts]) => {
    if (ofRole === undefined) return { account: parts.slice(0, 3).join('') }
    // A session's ARN has its role without a path, and its own name after that.
    const name = /:assumed-role\//i.test(whole) ? path.split('/')[0] : path.replace(/[.,]+$/, '')
    return { account: ofRole, roleName: reserved.exec(name?.split('/').at(-1) ?? '')?.[1] ?? name ?? '' }
  })
}
