/**
 * Runs inside the console page, in its main world. Returns the type of the page's CSRF token, as in `promise of number`, and
 * nothing of the token itself. Self-contained, because the browser sends its source text to the page. Never throws.
 */
export async function kindOfToken(): Promise<string> {
  const kindOf = (value: unknown) =>
    typeof value === 'object' ? Object.prototype.toString.call(value).slice(0, 40) : typeof value
  try {
    const page = window as { AWSC?: { Auth?: { getMbtc?: () => unknown } } }
    const getMbtc = page.AWSC?.Auth?.getMbtc
    if (typeof getMbtc !== 'function') return document.querySelector('input[name="csrf"]') ? 'input' : 'none'
    const minted = page.AWSC?.Auth?.getMbtc?.()
    return minted instanceof Promise ? `promise of ${kindOf(await minted)}` : kindOf(minted)
  } catch {
    return 'a function that throws'
  }
}
