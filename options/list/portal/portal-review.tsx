import { useMemo, useState } from 'preact/hooks'
import { countMessage, message } from '../../../src/browser/i18n'
import type { FoundPortal } from '../../../src/portal/found'
import { reviewFound } from '../../../src/portal/plan/review-found'
import type { Findings } from '../../editor/document'
import type { List } from '../use-list'
import { type Choices, chosenText, initialChoices, plannedNames, plannedRoles } from './choices'
import { FoundSummary } from './found-summary'
import { GoneFields } from './gone-fields'
import { isRegionOrNone, LooksFields } from './looks-fields'
import { RolePicker } from './role-picker'
import { showList } from './show-list'
import { useSettled } from './use-settled'

interface PortalReviewProps {
  readonly list: List
  readonly findings: Findings
  readonly teamTexts: readonly string[]
  readonly found: FoundPortal
  readonly saysProgress: boolean
  readonly hideAccountIds: boolean
}

/** What was found in a portal, what to do with it, and the button that does it. */
export function PortalReview({
  list,
  findings,
  teamTexts,
  found,
  saysProgress,
  hideAccountIds,
}: PortalReviewProps) {
  const [choices, setChoices] = useState<Choices>(initialChoices)
  const change = (changed: Partial<Choices>) => setChoices({ ...choices, ...changed })
  const { style, groups, colorsByName, unticked, gone } = choices
  const review = useMemo(
    () => reviewFound(found, findings.text, teamTexts, findings.profiles),
    [found, findings, teamTexts],
  )
  const settled = useSettled(style)
  const names = useMemo(() => plannedNames(found, review, settled), [found, review, settled])
  const planned = useMemo(
    () => plannedRoles(review, names, { groups, colorsByName }),
    [review, names, groups, colorsByName],
  )
  const count = planned.filter(({ key }) => !unticked.has(key)).length
  const goneCount = gone === 'keep' ? 0 : review.removable.length
  const submit = async () => {
    // Its names may be those of a moment ago.
    const current = plannedRoles(review, plannedNames(found, review, style), choices)
    const text = chosenText(findings.text, found, review, current, choices)
    const sentence =
      count > 0
        ? countMessage('options_portalImported', count)
        : countMessage(gone === 'remove' ? 'options_portalRemoved' : 'options_portalCommented', goneCount)
    await showList()
    list.imports.writeAndSave(findings.text, text, sentence)
    change({ gone: 'keep' })
  }
  return (
    <form
      class="portal-review"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <section class="card" aria-labelledby="portal-found">
        <h2 id="portal-found">
          <bdi>{found.url}</bdi>
        </h2>
        <FoundSummary found={found} review={review} saysProgress={saysProgress} />
      </section>
      {planned.length > 0 && (
        <>
          <section class="card" aria-labelledby="portal-new">
            <h2 id="portal-new">{message('options_portalNewTitle')}</h2>
            <RolePicker
              planned={planned}
              unticked={unticked}
              hideAccountIds={hideAccountIds}
              onChange={unticked => change({ unticked })}
            />
          </section>
          <section class="card" aria-labelledby="portal-looks">
            <h2 id="portal-looks">{message('options_portalLooks')}</h2>
            <LooksFields found={found} review={review} choices={choices} onChange={change} />
          </section>
        </>
      )}
      {review.own.gone.length > 0 && (
        <section class="card" aria-labelledby="portal-gone">
          <h2 id="portal-gone">{message('options_portalGoneTitle')}</h2>
          <GoneFields review={review} gone={gone} onChange={gone => change({ gone })} />
        </section>
      )}
      {planned.length + review.removable.length > 0 && (
        <div class="card portal-import">
          {count > 0 && goneCount > 0 && (
            <p>
              {countMessage(
                gone === 'remove' ? 'options_portalAlsoRemove' : 'options_portalAlsoComment',
                goneCount,
              )}
            </p>
          )}
          <button
            type="submit"
            class={goneCount > 0 && gone === 'remove' ? 'button danger primary' : 'button primary'}
            disabled={
              count + goneCount === 0 ||
              !isRegionOrNone(choices.region ?? '') ||
              list.state.saving !== undefined
            }
          >
            {count > 0 || goneCount === 0
              ? countMessage('options_portalImport', count)
              : countMessage(gone === 'remove' ? 'options_portalRemove' : 'options_portalComment', goneCount)}
          </button>
        </div>
      )}
    </form>
  )
}
