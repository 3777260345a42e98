import { countMessage, message } from '../../src/browser/i18n'
import type { Target, TeamComparison } from '../../src/team/compare-team'
import { namesText } from '../parts/short-texts'

/** The profiles that a refresh added, changed and removed. A name with a new meaning comes first, and is highlighted. */
export function ChangedProfiles({
  change: { added, changed, removed },
}: {
  readonly change: TeamComparison
}) {
  const elsewhere = changed.filter(({ target }) => target)
  const otherwise = changed.filter(({ target }) => !target).map(({ name }) => name)
  return (
    <ul class="changed-profiles">
      {elsewhere.slice(0, maxShownNames).map(({ name, target }) => (
        <li key={name} class="elsewhere">
          {target &&
            message('options_teamElsewhere', name, targetText(target.before), targetText(target.after))}
        </li>
      ))}
      {elsewhere.length > maxShownNames && (
        <li>{countMessage('options_teamMoreElsewhere', elsewhere.length - maxShownNames)}</li>
      )}
      <Names kind="added" names={added} />
      <Names kind="changed" names={otherwise} />
      <Names kind="removed" names={removed} />
    </ul>
  )
}

/** Maximum number of profiles shown. */
const maxShownNames = 10

function Names({
  kind,
  names,
}: {
  readonly kind: 'added' | 'changed' | 'removed'
  readonly names: readonly string[]
}) {
  if (names.length === 0) return null
  return <li>{countMessage(`options_${kind}`, names.length, namesText(names))}</li>
}

function targetText({ portal, account, roleName }: Target): string {
  const host = portal === undefined ? undefined : new URL(portal).host
  return [host, account, roleName].filter(part => part !== undefined).join(' / ') || '—'
}
