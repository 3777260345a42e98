import { DoneIcon } from '../../styles/icons/settings-icons'
import { outcomeSentences } from './list-sentences'
import type { List } from './use-list'

/** What the last action did, as far as it isn't said elsewhere. */
export function OutcomeLine({ list }: { readonly list: List }) {
  const { outcome } = list.state
  const sentences = outcome ? outcomeSentences(outcome) : []
  return (
    <div class="outcome" role="status">
      {sentences.length > 0 && (
        <>
          <DoneIcon />
          <div>
            {sentences.map(sentence => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </>
      )}
    </div>
  )
}
