import type { ComponentChildren } from 'preact'
import { message, type PlainKey } from '../../src/browser/i18n'
import { type SettingWords, settingWords } from '../../src/settings/setting-words'
import type { SettingName, Settings } from '../../src/settings/settings'
import { InfoIcon } from '../../styles/icons/panel-icons'
import { DoneIcon, LockIcon } from '../../styles/icons/settings-icons'
import { NamesControl } from './names-control'

/** What every kind of setting shows around its control. */
interface Common {
  readonly id: string
  readonly label: string
  /** One line. */
  readonly explanation: string
  /** Where the help says more: an anchor of its page. */
  readonly help?: string | undefined
  /** Whether an administrator has locked it. */
  readonly locked?: boolean
  /** Why it can't be changed yet. */
  readonly obstacle?: string | undefined
  /** Changes with each time that it was saved; 0 for never. */
  readonly saved?: number
}

interface CheckProps extends Common {
  readonly checked: boolean
  onChange(checked: boolean): void
}

/** A setting that is on or off. */
export function Check({ checked, onChange, ...common }: CheckProps) {
  const { id, locked = false, obstacle } = common
  return (
    <Setting {...common} control={`${id}-control`}>
      <input
        type="checkbox"
        class="switch"
        id={`${id}-control`}
        aria-describedby={describedBy(common)}
        disabled={locked || obstacle !== undefined}
        checked={checked}
        onChange={event => onChange(event.currentTarget.checked)}
      />
    </Setting>
  )
}

/** The last setting that was saved, and how many have been. */
export interface SavedSetting {
  readonly names: readonly string[]
  readonly count: number
}

interface SettingFieldProps {
  readonly name: SettingName
  readonly settings: Settings
  /** The settings that an administrator has locked. */
  readonly locked: readonly SettingName[]
  readonly saved?: SavedSetting | undefined
  /** Names to choose from, for a setting that is a few names. */
  readonly suggestions?: readonly string[] | undefined
  onChange(settings: Settings): void
}

export function SettingField(props: SettingFieldProps) {
  const { name, settings, locked, saved, suggestions = [], onChange } = props
  const words: SettingWords & { readonly labels?: Readonly<Record<string, PlainKey>> } = settingWords[name]
  const chosen: boolean | string | readonly string[] = settings[name]
  const common = {
    id: name,
    label: message(words.label),
    explanation: message(words.explanation),
    help: name,
    locked: locked.includes(name),
    saved: savedCount(name, saved),
  }
  const change = (value: typeof chosen) => onChange({ ...settings, [name]: value })
  if (typeof chosen === 'boolean') return <Check {...common} checked={chosen} onChange={change} />
  if (typeof chosen !== 'string')
    return <Names {...common} names={chosen} suggestions={suggestions} onChange={change} />
  return <Choice {...common} labels={words.labels ?? {}} chosen={chosen} onChange={change} />
}

/** Returns what `saved` says of one setting: a number that changes with each time it was saved. */
export function savedCount(name: SettingName, saved: SavedSetting | undefined): number {
  return saved?.names.includes(name) ? saved.count : 0
}

interface ChoiceProps extends Common {
  /** Labels of the values, in their order. */
  readonly labels: Readonly<Record<string, PlainKey>>
  readonly chosen: string
  /** Shows what the chosen value does. */
  readonly picture?: ComponentChildren
  onChange(name: string): void
}

/** A setting with a few named values, of which the user chooses one. */
export function Choice({ labels, chosen, picture, onChange, ...common }: ChoiceProps) {
  const { id, locked = false, obstacle } = common
  return (
    <Setting {...common}>
      <div
        class="segments"
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy(common)}
        aria-disabled={locked || obstacle !== undefined}
      >
        {Object.entries(labels).map(([name, label]) => (
          <label key={name}>
            <input
              type="radio"
              name={id}
              disabled={locked || obstacle !== undefined}
              checked={name === chosen}
              onChange={() => onChange(name)}
            />
            {message(label)}
          </label>
        ))}
      </div>
      {picture}
    </Setting>
  )
}

interface NamesProps extends Common {
  readonly names: readonly string[]
  readonly suggestions: readonly string[]
  onChange(names: readonly string[]): void
}

/** A setting that is a few names. */
function Names({ names, suggestions, onChange, ...common }: NamesProps) {
  const { id, locked = false } = common
  return (
    <Setting {...common} control={`${id}-control`}>
      <NamesControl
        id={`${id}-control`}
        label={common.label}
        describedBy={describedBy(common)}
        locked={locked}
        names={names}
        suggestions={suggestions}
        onChange={onChange}
      />
    </Setting>
  )
}

interface SettingProps extends Common {
  /** The id of the control, if the label is one control's. */
  readonly control?: string
  readonly children: ComponentChildren
}

/** A setting: its label, one line about it and a link to more, and its control. */
export function Setting(props: SettingProps) {
  const { id, label, explanation, help, locked = false, obstacle, saved = 0, control, children } = props
  return (
    <div class="setting" id={`setting-${id}`}>
      <div class="setting-text">
        <div class="setting-title">
          {control === undefined ? (
            <p class="setting-label" id={`${id}-label`}>
              {label}
            </p>
          ) : (
            <label class="setting-label" for={control}>
              {label}
            </label>
          )}
          {help !== undefined && (
            <a
              class="more-info"
              href={`/help/guide.html#${help}`}
              target="_blank"
              title={message('options_more', label)}
              aria-label={message('options_more', label)}
              rel="noopener"
            >
              <InfoIcon />
            </a>
          )}
          <span class="saved-tick" role="status">
            {saved > 0 && (
              <span key={saved}>
                <DoneIcon />
                {message('options_settingSaved')}
              </span>
            )}
          </span>
        </div>
        <p class="explanation" id={id}>
          {explanation}
        </p>
        {obstacle !== undefined && (
          <p class="explanation obstacle" id={`${id}-obstacle`}>
            {obstacle}
          </p>
        )}
        {locked && <SetByOrganization id={`${id}-locked`} />}
      </div>
      <div class="setting-control">{children}</div>
    </div>
  )
}

/** Says that an administrator has set it; `id` is for the `aria-describedby` of the locked controls. */
export function SetByOrganization({ id }: { readonly id?: string }) {
  return (
    <p class="set-by-organization" id={id}>
      <LockIcon />
      {message('options_policySet')}
    </p>
  )
}

function describedBy({ id, locked = false, obstacle }: Common): string {
  return [id, obstacle !== undefined && `${id}-obstacle`, locked && `${id}-locked`].filter(Boolean).join(' ')
}
