import { useState } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import { askAbout } from '../../src/browser/messaging'
import { openOptionsAt } from '../../src/browser/open-tab'
import { version } from '../../src/browser/runtime'
import { portalReport } from '../../src/portal/portal-report'
import { PortalIcon } from '../../styles/icons/menu-icons'
import { AlertIcon } from '../../styles/icons/panel-icons'
import type { PortalMenu } from './portal-menu'
import { actionLabel, type PortalAction, portalNotice, requests } from './portal-sentences'

/** What Rolecall has found in the portal on whose page the menu was opened, and what to do with it. */
export function PortalView({ portal }: { readonly portal: PortalMenu }) {
  const { kind, title, texts, details, actions } = portalNotice(portal)
  /** What became of copying the report. */
  const [said, setSaid] = useState<string | undefined>(undefined)
  const isTrouble = kind === 'trouble'
  const act = async (action: PortalAction) => {
    if (action === 'copy-report') {
      if (!portal.scan) return
      try {
        await navigator.clipboard.writeText(portalReport(portal.scan, version(), navigator.userAgent))
        return setSaid(message('portal_reportCopied'))
      } catch {
        return setSaid(message('popup_notCopied'))
      }
    }
    setSaid(undefined)
    if (action === 'review') {
      await openOptionsAt('#roles/portal')
      return window.close()
    }
    // If the background script can't be asked, nothing changes, and the button is still there.
    await askAbout(requests[action], portal.tab).catch(() => {})
  }
  return (
    <section class={`notice portal ${isTrouble ? 'form' : 'progress'}`} aria-labelledby="portal-title">
      {isTrouble ? <AlertIcon /> : kind === 'progress' ? <span class="spinner" /> : <PortalIcon />}
      <div class="notice-body">
        {/* Numbers that go up one by one aren't read out. */}
        <h2 id="portal-title">{title}</h2>
        <div role={isTrouble ? 'alert' : 'status'}>
          {(said === undefined ? texts : [said]).map(text => (
            <p key={text}>{text}</p>
          ))}
        </div>
        {details.length > 0 && (
          <details>
            <summary>{message('portal_details')}</summary>
            <ul>
              {details.map(text => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <p class="portal-actions">
        {actions.map(action => (
          <button
            key={action}
            type="button"
            class={action === 'review' ? 'button primary' : 'button'}
            onClick={() => act(action)}
          >
            {actionLabel(action)}
          </button>
        ))}
      </p>
    </section>
  )
}
