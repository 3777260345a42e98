import { askBrowser } from './ask-browser'
import { expectHeight } from './remembered-height'

// The menu's first script. It is small, so that the browser is at work on its questions while the rest is being loaded,
// and the page counts as loaded, which is when the browser shows it.
performance.mark('rolecall-start')
askBrowser()
void import('./main')
// Comes last: the page stands still while the browser reads what it has stored for the page.
expectHeight()
