/** Shows the list, and resolves once that is laid out. An editor that is hidden would draw all of a new text. */
export async function showList(): Promise<void> {
  if (location.hash !== '#roles') {
    const shown = new Promise(resolve => addEventListener('hashchange', resolve, { once: true }))
    location.hash = '#roles'
    await shown
  }
  await new Promise(requestAnimationFrame)
}
