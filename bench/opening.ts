// `npm run bench:opening` compares how long popups take from the press on the toolbar button to the drawn list: an empty
// popup, which nothing can beat, Rolecall, and any other build of any extension, whose folder is an argument with a
// slash. They take turns. Below each it prints when the stages of an opening were over. Further arguments: `firefox` or
// `chromium`, `classic` or `multi-session`, numbers of roles, and `x15` for the number of openings.
import { startDemoConsole } from '../testing/demo-console'
import { compareOpenings } from './opening/compare'

const demo = await startDemoConsole()
try {
  await compareOpenings(demo)
} finally {
  await demo.close()
}
