import { message, type PlainKey } from '../../../src/browser/i18n'
import type { FoundReview } from '../../../src/portal/plan/review-found'
import type { GoneChoice } from '../../../src/portal/plan/write-found'
import { namesText } from '../../parts/short-texts'

const choiceNames: readonly (readonly [GoneChoice, PlainKey])[] = [
  ['keep', 'options_portalGoneKeep'],
  ['comment', 'options_portalGoneComment'],
  ['remove', 'options_portalGoneRemove'],
]

interface GoneFieldsProps {
  readonly review: FoundReview
  readonly gone: GoneChoice
  onChange(gone: GoneChoice): void
}

/** The roles that the portal no longer has, and what to do with them. */
export function GoneFields({ review, gone, onChange }: GoneFieldsProps) {
  const { removable, needed } = review
  return (
    <>
      <p class="explanation">{message('options_portalGoneExplained')}</p>
      {removable.length > 0 && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, and so must be reached by the keyboard. */}
          <ul class={`gone-roles ${gone}`} tabIndex={0} aria-label={message('options_portalGoneTitle')}>
            {removable.map(({ name, account, roleName }) => (
              <li key={`${name} ${account} ${roleName}`}>
                <bdi>{name}</bdi> <bdi class="picker-quiet">{roleName}</bdi>
              </li>
            ))}
          </ul>
          <div class="segments" role="radiogroup" aria-label={message('options_portalGoneTitle')}>
            {choiceNames.map(([choice, name]) => (
              <label key={choice}>
                <input type="radio" name="gone" checked={gone === choice} onChange={() => onChange(choice)} />
                {message(name)}
              </label>
            ))}
          </div>
        </>
      )}
      {needed.length > 0 && (
        <p>{message('options_portalGoneNeeded', namesText(needed.map(({ name }) => name)))}</p>
      )}
    </>
  )
}
