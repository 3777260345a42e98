import { Html } from './html'

/** The styles of every page of the demo. */
export const styles = new Html(`
*, *::before, *::after { box-sizing: border-box }
body { margin: 0; background: #f3f5f7; color: #16191f; font: 15px/1.5 system-ui, sans-serif }
a { color: #0958b3 }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.25 }
h2 { margin: 0 0 12px; font-size: 17px }
code { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
.nav { display: flex; align-items: center; gap: 16px; min-height: 48px; padding: 4px 24px; background: #1b2532; color: #fff }
.nav a { color: #fff; text-decoration: none }
.nav .service { padding-left: 16px; border-left: 1px solid #4b5766 }
.nav .right { display: flex; align-items: center; gap: 16px; min-width: 0; margin-left: auto }
.nav .region { color: #c9d1da }
.who { max-width: 420px; padding: 3px 12px; overflow: hidden; border-radius: 6px; text-overflow: ellipsis; white-space: nowrap }
.mark { padding: 1px 8px; border: 1px solid #e0a43a; border-radius: 99px; color: #f2c063; font-size: 12px; white-space: nowrap }
main { max-width: 1040px; margin: 0 auto; padding: 32px 24px 48px }
main.narrow { max-width: 640px }
.lead, .quiet { margin: 0; color: #545b64 }
.card { margin-top: 20px; padding: 20px 24px; border: 1px solid #d9dee3; border-radius: 12px; background: #fff }
.columns { display: grid; grid-template-columns: 3fr 2fr; gap: 20px; align-items: start }
dl { display: grid; grid-template-columns: 140px 1fr; gap: 8px 16px; margin: 0 }
dt { color: #545b64 }
dd { margin: 0; overflow-wrap: anywhere }
dd[data-value=""] { color: #7d868f }
.swatch { display: inline-block; width: 14px; height: 14px; margin-right: 8px; border-radius: 4px; vertical-align: -2px }
.links { display: flex; flex-wrap: wrap; gap: 8px; padding: 0; margin: 0; list-style: none }
.links a { display: block; padding: 4px 12px; border: 1px solid #c3cad1; border-radius: 8px; background: #fff; color: #16191f; text-decoration: none }
.links a:hover, .links a[aria-current] { border-color: #0958b3; color: #0958b3 }
table { width: 100%; border-collapse: collapse }
th, td { padding: 10px 8px; border-top: 1px solid #e4e8ec; text-align: left }
thead th { border-top: 0; color: #545b64; font-weight: 500 }
th small { display: block; color: #545b64; font-weight: 400 }
th { overflow-wrap: anywhere }
thead th { white-space: nowrap }
.button { display: inline-block; padding: 5px 14px; border: 0; font: inherit; border-radius: 8px; background: #0958b3; color: #fff; text-decoration: none; white-space: nowrap }
td { text-align: right }
thead th:not(:first-child) { text-align: right }
.button.plain { padding: 4px 13px; border: 1px solid #0958b3; background: #fff; color: #0958b3 }
form { margin: 0 }
@media (max-width: 760px) { .columns { grid-template-columns: 1fr } .nav .region { display: none } }
`)
