import { isRegion } from '../../../src/aws/partitions'
import { message, type PlainKey } from '../../../src/browser/i18n'
import type { FoundPortal } from '../../../src/portal/found'
import { type GroupRule, groupRules } from '../../../src/portal/plan/group-rule'
import { type NameStyle, namesOf, usualTemplates } from '../../../src/portal/plan/names'
import type { FoundReview } from '../../../src/portal/plan/review-found'
import type { Choices } from './choices'

const groupNames: Readonly<Record<GroupRule, PlainKey>> = {
  none: 'options_portalGroupsNone',
  'permission-set': 'options_portalGroupsSet',
  'first-word': 'options_portalGroupsFirst',
  'last-word': 'options_portalGroupsLast',
}

interface LooksFieldsProps {
  readonly found: FoundPortal
  readonly review: FoundReview
  readonly choices: Choices
  onChange(changed: Partial<Choices>): void
}

/** How the new roles are named, grouped and colored. */
export function LooksFields({ found, review, choices, onChange }: LooksFieldsProps) {
  const { style, isOwnTemplate, groups, colorsByName } = choices
  const region = choices.region ?? review.region
  const example = (template: string) => exampleName(found, review, { ...style, template })
  return (
    <div class="looks">
      <fieldset class="looks-names">
        <legend>{message('options_portalNames')}</legend>
        {usualTemplates.map(template => (
          <label key={template} class="choice">
            <input
              type="radio"
              name="name-template"
              checked={!isOwnTemplate && style.template === template}
              onChange={() => onChange({ isOwnTemplate: false, style: { ...style, template } })}
            />
            <bdi class="example-name">{example(template)}</bdi>
          </label>
        ))}
        <label class="choice">
          <input
            type="radio"
            name="name-template"
            checked={isOwnTemplate}
            onChange={() => onChange({ isOwnTemplate: true })}
          />
          {message('options_portalOwnNames')}
        </label>
        {isOwnTemplate && (
          <div class="own-template">
            <input
              type="text"
              class="text-input"
              aria-label={message('options_portalTemplate')}
              aria-describedby="template-hint"
              spellcheck={false}
              autocomplete="off"
              value={style.template}
              onInput={event => onChange({ style: { ...style, template: event.currentTarget.value } })}
            />
            <bdi class="example-name">{example(style.template)}</bdi>
            <p class="explanation" id="template-hint">
              {message('options_portalTemplateHint')}
            </p>
          </div>
        )}
        <label class="choice">
          <input
            type="checkbox"
            checked={style.isLowerCase}
            onChange={event => onChange({ style: { ...style, isLowerCase: event.currentTarget.checked } })}
          />
          {message('options_portalLowerCase')}
        </label>
      </fieldset>
      <div class="looks-pair">
        <label class="field">
          <span>{message('options_portalGroups')}</span>
          <select
            value={groups}
            onChange={event => onChange({ groups: groupRules[event.currentTarget.selectedIndex] ?? 'none' })}
          >
            {groupRules.map(rule => (
              <option key={rule} value={rule}>
                {message(groupNames[rule])}
              </option>
            ))}
          </select>
        </label>
        <div class="field">
          <label for="found-region">{message('options_portalRegion')}</label>
          <input
            type="text"
            class="text-input"
            id="found-region"
            aria-describedby="found-region-hint"
            aria-invalid={!isRegionOrNone(region)}
            spellcheck={false}
            autocomplete="off"
            value={region}
            onInput={event => onChange({ region: event.currentTarget.value.trim() })}
          />
          <p class={isRegionOrNone(region) ? 'field-hint' : 'field-error'} id="found-region-hint">
            {message(isRegionOrNone(region) ? 'options_portalRegionHint' : 'options_portalNoRegion')}
          </p>
        </div>
      </div>
      <label class="choice">
        <input
          type="checkbox"
          checked={colorsByName}
          onChange={event => onChange({ colorsByName: event.currentTarget.checked })}
        />
        {message('options_colorsByName')}
      </label>
    </div>
  )
}

/** Whether it is a region, or empty. */
export function isRegionOrNone(text: string): boolean {
  return text === '' || isRegion(text)
}

function exampleName({ accounts }: FoundPortal, { fresh, facts }: FoundReview, style: NameStyle): string {
  return namesOf(fresh.slice(0, 1), accounts, style, facts.takenNames)[0] ?? ''
}
