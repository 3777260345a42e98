import type { Role } from '../src/config/resolve/role'
import type { LoggedFrom } from '../src/log/log-entry'

/** The account of a choice that wasn't made in the menu's list. Its reader, or the role itself, may be taken. */
let chosen: { readonly account: string; readonly from: LoggedFrom } | undefined

/** Notes where a choice was made that the menu carries out, for the user's log. */
export function noteOrigin({ account }: Role, from: LoggedFrom): void {
  chosen = { account, from }
}

/** Returns where the user chose the role. */
export function originOf({ account }: Role): LoggedFrom {
  return chosen?.account === account ? chosen.from : 'menu'
}
