/** A role that a text names by its ARN, or only an account. */
export interface Mention {
  /** 12 digits. */
  readonly account: string
  readonly roleName?: string
}

// An ARN's account id, an ARN's role, or an account id on its own, with or without the console's hyphens.
const mention =
  /\barn:aws[\w-]*:(?:iam|sts):[^:\s]*:(\d{12}):(?:assumed-)?role\/([\w+=,.@/-]+)|(?<!\d|\d-)(\d{4})-?(\d{4})-?(\d{4})(?!\d|-\d|\.\d)/gi
/**
 * The role that Identity Center creates for a permission set. Source: IAM Identity Center user guide, “Referencing
 * permission sets”.
 */
const reserved = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/i

/**
 * Returns the accounts and roles named in a text, such as an AWS error or a log line, in text order. Recognizes ARNs of
 * roles and of their sessions, other ARNs, and ids with or without hyphens.
 */
export function mentionsIn(text: string): readonly Mention[] {
  const plain = text.replace(/[\u2010-\u2015\u2212]/g, '-')
  return Array.from(plain.matchAll(mention), ([whole, ofRole, path = '', ...parts]) => {
    if (ofRole === undefined) return { account: parts.slice(0, 3).join('') }
    // A session's ARN has its role without a path, followed by the session's name.
    const name = /:assumed-role\//i.test(whole) ? path.split('/')[0] : path.replace(/[.,]+$/, '')
    return { account: ofRole, roleName: reserved.exec(name?.split('/').at(-1) ?? '')?.[1] ?? name ?? '' }
  })
}
