// @ts-nocheck: an extension's own functions have no types here.
// What “Open external links in a container” does: the page in the container of that name, made where there is none.
async function open() {
  const link = decodeURIComponent(location.hash.slice(1)).replace('ext+container:', '')
  const parameters = new URLSearchParams(link)
  const [name, color, url] = ['name', 'color', 'url'].map(key => parameters.get(key))
  const [known] = await browser.contextualIdentities.query({ name })
  const container = known ?? (await browser.contextualIdentities.create({ name, color, icon: 'circle' }))
  const { id, index } = await browser.tabs.getCurrent()
  await browser.tabs.create({ url, cookieStoreId: container.cookieStoreId, index: index + 1 })
  await browser.tabs.remove(id)
}

open()
