/** What the given files say about an organization. Plain data. */
export interface Facts {
  /** By id. */
  readonly accounts: ReadonlyMap<string, AccountFacts>
  /** Organizational units and roots, by id. */
  readonly units: ReadonlyMap<string, UnitFacts>
  /** Who may use which permission set in which account. */
  readonly assignments: readonly Assignment[]
  /** By ARN. */
  readonly permissionSets: ReadonlyMap<string, PermissionSet>
  /** The id of the organization's management account, if the files say it. */
  readonly management?: string | undefined
}

export interface AccountFacts {
  readonly id: string
  readonly name?: string
  /** Whether it’s in a list of accounts, where AWS Organizations may have no name for it yet. */
  readonly isListed?: true
  /** Whether the account may be used, as far as the files say. */
  readonly isActive?: boolean
  /** The id of its unit or root. */
  readonly parent?: string
  /** The names of its units, from the root down, if the files give names instead of ids. */
  readonly path?: readonly string[]
  /** Values under their tags' keys, or under the headings of a table. */
  readonly tags: ReadonlyMap<string, string>
  /** Roles to switch to in it. */
  readonly roleNames?: readonly string[]
}

export interface UnitFacts {
  readonly name?: string
  readonly parent?: string
  readonly tags: ReadonlyMap<string, string>
}

export interface Assignment {
  readonly account: string
  /** The permission set's ARN or name. */
  readonly permissionSet: string
  readonly principal?: string
}

interface PermissionSet {
  readonly name: string
  readonly seconds?: number
}

/** Facts that grow, file by file. */
export class FactCollector implements Facts {
  readonly accounts = new Map<string, AccountFacts>()
  readonly units = new Map<string, UnitFacts>()
  readonly assignments: Assignment[] = []
  readonly permissionSets = new Map<string, PermissionSet>()
  management: string | undefined
  /** How many facts there are, to tell whether a text has any. */
  count = 0

  account(id: string, more: Partial<Omit<AccountFacts, 'id'>>): void {
    this.count++
    const known = this.accounts.get(id)
    this.accounts.set(id, { ...known, ...more, id, tags: joined(known?.tags, more.tags) })
  }

  unit(id: string, more: Partial<UnitFacts>): void {
    this.count++
    const known = this.units.get(id)
    this.units.set(id, { ...known, ...more, tags: joined(known?.tags, more.tags) })
  }

  assignment(one: Assignment): void {
    this.count++
    this.assignments.push(one)
  }

  permissionSet(arn: string, set: PermissionSet): void {
    this.count++
    this.permissionSets.set(arn, set)
  }
}

function joined(
  known: ReadonlyMap<string, string> | undefined,
  more: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> {
  return more === undefined || more.size === 0 ? (known ?? new Map()) : new Map([...(known ?? []), ...more])
}
