import { countMessage, message } from '../../../src/browser/i18n'
import { isolated } from '../../../src/lib/bidi'
import type { FoundPortal } from '../../../src/portal/found'
import { countRoles } from '../../../src/portal/plan/found-role'
import type { FoundReview } from '../../../src/portal/plan/review-found'
import { SeverityIcon } from '../../../styles/icons/settings-icons'
import { dateText, namesText } from '../../parts/short-texts'

interface FoundSummaryProps {
  readonly found: FoundPortal
  readonly review: FoundReview
  /** Whether it says elsewhere that the search isn't done, and how to go on. */
  readonly saysProgress: boolean
}

/** What is in the portal, and how it differs from the lists. */
export function FoundSummary({ found, review, saysProgress }: FoundSummaryProps) {
  const { fresh, own } = review
  const roles = countRoles(found.accounts)
  return (
    <>
      <ul class="found-counts">
        <li>{countMessage('options_portalAccounts', found.accounts.length)}</li>
        <li>{countMessage('options_roles', roles)}</li>
        {fresh.length > 0 && <li class="new">{countMessage('options_portalNew', fresh.length)}</li>}
        {own.known > 0 && <li>{countMessage('options_portalKnown', own.known)}</li>}
        {own.gone.length > 0 && <li class="gone">{countMessage('options_portalGone', own.gone.length)}</li>}
      </ul>
      {!found.isComplete && !saysProgress && (
        <p class="found-partly">
          <SeverityIcon severity="warning" />
          <span>{message('options_portalIncomplete')}</span>
        </p>
      )}
      {roles === 0 && found.isComplete && <p>{message('options_portalNothing')}</p>}
      {roles > 0 && fresh.length === 0 && <p>{message('options_portalNothingNew')}</p>}
      <ul class="found-notes">
        {notesOf(found, review).map(note => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p class="explanation">{message('options_portalFoundAt', dateText(found.foundAt))}</p>
    </>
  )
}

function notesOf({ applications }: FoundPortal, { own, team, unfit }: FoundReview): readonly string[] {
  const renamed = own.renamed.map(({ before, now }) => `${isolated(before)} → ${isolated(now)}`)
  return [
    ...(renamed.length > 0 ? [message('options_portalRenamed', namesText(renamed))] : []),
    ...(own.elsewhere > 0 ? [countMessage('options_portalElsewhere', own.elsewhere)] : []),
    ...(unfit.length > 0 ? [message('options_portalUnfit', namesText(unfit))] : []),
    ...(applications > 0 ? [countMessage('options_portalApplications', applications)] : []),
    ...(team ? teamNotes(team) : []),
  ]
}

/** How the team's list differs from what the user has, if it names any role of this portal. */
function teamNotes({ known, gone, fresh }: NonNullable<FoundReview['team']>): readonly string[] {
  if (known + gone.length === 0) return []
  if (gone.length + fresh.length === 0) return [message('options_portalTeamSame')]
  return [
    ...(gone.length > 0 ? [countMessage('options_portalTeamMore', gone.length)] : []),
    ...(fresh.length > 0 ? [countMessage('options_portalTeamLess', fresh.length)] : []),
  ]
}
