import { type Html, html } from './html'
import { styles } from './styles'

/** Shown on every page, so that nobody mistakes a picture of the demo for AWS's own console. */
export const demoMark = html`<span class="mark">Demo console</span>`

/** Returns a whole page. `style` and `head` are markup for this page alone. */
export function layout(
  title: string,
  nonce: string,
  body: Html,
  head: Html | undefined = undefined,
  style: Html | undefined = undefined,
): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${styles}${style}</style>
${head}
</head>
<body>${body}
</body>
</html>
`
}
