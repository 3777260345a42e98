/** Makes the browser save `text`, as UTF-8, under the name. */
export function download(name: string, text: string): void {
  // As text, Chromium would add “.txt” to a name that has no extension.
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
