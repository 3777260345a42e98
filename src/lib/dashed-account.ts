/** Returns an account id as AWS shows it, `1111-2222-3333`; an alias as it is. */
export function dashedAccount(account: string): string {
  return account.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3')
}
