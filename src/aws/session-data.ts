import { text } from './page-text'

/** The contents of `awsc-session-data`, as far as they have the form in docs/console.md. Untrusted. */
export interface SessionData {
  readonly multiSession: boolean
  readonly differentiator?: string
  readonly signInEndpoint?: string
  readonly infrastructureRegion?: string
  /** The session's account, 12 digits. */
  readonly accountId?: string
  /** `role`: the assumed role, without its path. */
  readonly arn?: { readonly account: string; readonly role?: string }
}

/** Reads the `content` of `meta[name="awsc-session-data"]`. `malformed`: it isn't a JSON object. */
export function parseSessionData(content: string | undefined): SessionData | 'malformed' | undefined {
  if (content === undefined) return undefined
  const data = jsonObject(content)
  if (!data) return 'malformed'
  return {
    multiSession: data.prismModeEnabled === true || data.prismModeEnabled === 'true',
    ...text('differentiator', data.sessionDifferentiator),
    ...text('signInEndpoint', data.signInEndpoint),
    ...text('infrastructureRegion', data.infrastructureRegion),
    ...(typeof data.accountId === 'string' &&
      /^\d{12}$/.test(data.accountId) && { accountId: data.accountId }),
    ...sessionArn(data.sessionARN),
  }
}

function jsonObject(content: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(content)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** `arn:<partition>:sts::<account>:assumed-role/<role>/<session name>`, or the ARN of an IAM user or of the root user. */
function sessionArn(value: unknown): Pick<SessionData, 'arn'> {
  if (typeof value !== 'string') return {}
  const [, account, role] =
    /^arn:[a-z-]+:(?:sts|iam)::(\d{12}):(?:assumed-role\/([^/]+)\/)?/.exec(value) ?? []
  return account === undefined ? {} : { arn: { account, ...(role && { role }) } }
}
