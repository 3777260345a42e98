import { actionLabel, isRequest, portalNotice, requests } from '../../../popup/portal/portal-sentences'
import { askAbout } from '../../../src/browser/messaging'
import type { Scan } from '../../../src/portal/scan'
import { SeverityIcon } from '../../../styles/icons/settings-icons'

/** How far an unfinished search of a portal is, and how to stop it or go on. It runs in the portal's own tab. */
export function SearchProgress({ scan }: { readonly scan: Scan }) {
  // What was found is below.
  const { kind, title, texts, actions } = portalNotice({ listed: [], found: undefined, scan })
  const isTrouble = kind === 'trouble'
  return (
    <section class={isTrouble ? 'notice warning' : 'notice'} aria-labelledby="search-progress">
      <SeverityIcon severity={isTrouble ? 'warning' : 'info'} />
      <div>
        {/* Numbers that go up one by one aren't read out. */}
        <h3 id="search-progress">{title}</h3>
        {texts.map(text => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {actions.filter(isRequest).map(action => (
        <button
          key={action}
          type="button"
          class="button"
          // If the background script can't be asked, nothing changes, and the button is still there.
          onClick={() => void askAbout(requests[action], scan.tab).catch(() => {})}
        >
          {actionLabel(action)}
        </button>
      ))}
    </section>
  )
}
