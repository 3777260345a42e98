const key = 'menuHeight'

/** Gives the popup the height that it had last, so that it doesn't grow once the roles are there. */
export function expectHeight(): void {
  document.body.style.minHeight = `${Number(read()) || 0}px`
}

/** Lets the popup be as high as its content again. */
export function releaseHeight(): void {
  document.body.style.minHeight = ''
}

/** Remembers the popup's height for the next time. */
export function rememberHeight(): void {
  try {
    localStorage.setItem(key, String(document.body.offsetHeight))
  } catch {
    // The browser's settings may forbid it. Then the popup grows as it opens.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
