// @ts-nocheck: an extension's own functions have no types here.
// Like “Open external links in a container”, opens the page in the container with that name, and creates the container
// if it's missing. It refuses the same links as the add-on.
// Source: honsiorovskyi/open-url-in-container, `src/js/opener/parser.js` and `validator.js`.
const colors = ['blue', 'turquoise', 'green', 'yellow', 'orange', 'red', 'pink', 'purple']

async function open() {
  const link = decodeURIComponent(location.hash.slice(1))
  if (!link.startsWith('ext+container:')) return refuse('unknown URI protocol')
  const parameters = new URLSearchParams(link.replace('ext+container:', ''))
  const [name, color, url] = ['name', 'color', 'url'].map(key => parameters.get(key) || undefined)
  if (!name) return refuse('there is no name')
  if (color && !colors.includes(color)) return refuse(`${color} isn’t among ${colors}`)
  if (!URL.canParse(url)) return refuse(`${url} isn’t a URL`)
  const [known] = await browser.contextualIdentities.query({ name })
  const container =
    known ?? (await browser.contextualIdentities.create({ name, color: color ?? 'blue', icon: 'circle' }))
  const { id, index } = await browser.tabs.getCurrent()
  await browser.tabs.create({ url, cookieStoreId: container.cookieStoreId, index: index + 1 })
  await browser.tabs.remove(id)
}

function refuse(reason) {
  document.body.textContent = reason
}

open()
