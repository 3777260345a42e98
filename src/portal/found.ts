/** An account of an access portal, with the permission sets that the signed-in user may use there. Plain data. */
export interface FoundAccount {
  /** 12 digits. */
  readonly id: string
  /** As the portal shows it; empty if the portal names none. */
  readonly name: string
  /** Permission sets, in the portal's order, each once. */
  readonly roles: readonly string[]
}

/** What the scan of one access portal has found so far. Plain data, checked by the scan. */
export interface FoundPortal {
  /** The portal's URL as a list writes it, without a trailing slash: `https://example.awsapps.com/start`. */
  readonly url: string
  /** The region of Identity Center, if the page says it. */
  readonly region?: string
  /** In the portal's order, each id once. */
  readonly accounts: readonly FoundAccount[]
  /** Entries that aren't AWS accounts. */
  readonly applications: number
  /** In milliseconds since 1970. */
  readonly foundAt: number
  /** Whether every account and each account's roles are there. Only then may a role be called gone. */
  readonly isComplete: boolean
}
