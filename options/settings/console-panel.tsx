import { message, type PlainKey } from '../../src/browser/i18n'
import { type SettingPanel, settingsOf, settingWords } from '../../src/settings/setting-words'
import type { SettingName, Settings } from '../../src/settings/settings'
import { Check, Setting, savedCount } from '../parts/setting-field'
import { hasEffect, isAllowed, isOn, turned, withAccess } from './console-access'
import { MarksField } from './marks-field'
import type { SettingsUnit } from './use-settings'

/** What Rolecall does outside the tab where its button was pressed, with the user's permission, which comes first. */
export function ConsolePanel({ settings: unit }: { readonly settings: SettingsUnit }) {
  const { chosen } = unit.state
  if (chosen.kind !== 'value') return null
  const settings = chosen.value
  return (
    <>
      <Section title="options_access" id="access-title">
        <Access unit={unit} settings={settings} />
      </Section>
      <Checks title="options_marks" panel="console" unit={unit} settings={settings} />
      <Checks title="options_tabGroups" panel="tab-groups" unit={unit} settings={settings} />
      <Section title="options_sessions" id="sessions-title">
        <Sessions unit={unit} />
        <ConsoleCheck name="listSessions" unit={unit} settings={settings} />
      </Section>
    </>
  )
}

interface SectionProps {
  readonly title: PlainKey
  readonly id: string
  readonly children: preact.ComponentChildren
}

function Section({ title, id, children }: SectionProps) {
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{message(title)}</h2>
      {children}
    </section>
  )
}

interface UnitProps {
  readonly unit: SettingsUnit
  readonly settings: Settings
}

/** The permission for the console's pages: everything here needs it, and nothing else asks for it. */
function Access({ unit, settings }: UnitProps) {
  const { access, refused } = unit.state
  const allow = () => {
    const { access: wanted, settings: changed } = withAccess({ access, settings })
    unit.changeAccess(wanted, changed)
  }
  return (
    <Setting
      id="access"
      label={message(access.hosts ? 'options_accessAllowed' : 'options_accessNotAllowed')}
      explanation={message('options_accessExplained')}
      help="access"
    >
      <button
        type="button"
        class={access.hosts ? 'button danger' : 'button'}
        aria-describedby="access-label access"
        onClick={access.hosts ? unit.removeAccess : allow}
      >
        {message(access.hosts ? 'options_accessRemove' : 'options_accessAllow')}
      </button>
      <p class="field-error" role="alert">
        {refused === 'hosts' && message('options_accessRefused')}
      </p>
    </Setting>
  )
}

/** Comes with the access, whatever else needs it. */
function Sessions({ unit }: { readonly unit: SettingsUnit }) {
  const { hosts } = unit.state.access
  const { label, explanation } = settingWords.openSessions
  return (
    <Setting id="openSessions" label={message(label)} explanation={message(explanation)} help="openSessions">
      <p class="setting-state">{message(hosts ? 'options_on' : 'options_withAccess')}</p>
    </Setting>
  )
}

interface ChecksProps extends UnitProps {
  readonly title: PlainKey
  readonly panel: SettingPanel
}

function Checks({ title, panel, unit, settings }: ChecksProps) {
  return (
    <Section title={title} id={`${panel}-title`}>
      {settingsOf(panel).map(name =>
        name === 'marks' ? (
          <MarksField key={name} unit={unit} settings={settings} />
        ) : (
          <ConsoleCheck key={name} name={name} unit={unit} settings={settings} />
        ),
      )}
    </Section>
  )
}

function ConsoleCheck({ name, unit, settings }: UnitProps & { readonly name: SettingName }) {
  const { access, policy, refused, saved } = unit.state
  const now = { access, settings }
  const { label, explanation, needs } = settingWords[name]
  if (!hasEffect(name, now)) return null
  const isRefused = refused !== undefined && refused === needs
  return (
    <Check
      id={name}
      label={message(label)}
      explanation={message(explanation)}
      help={name}
      checked={isOn(name, now)}
      locked={policy.locked.includes(name)}
      obstacle={
        needs !== undefined && !access.hosts
          ? message('options_needsAccess')
          : isRefused && !isAllowed(name, access)
            ? message('options_accessRefused')
            : undefined
      }
      saved={savedCount(name, saved)}
      onChange={on => {
        const { access: wanted, settings: changed } = turned(name, on, now)
        if (needs === undefined) unit.change(changed)
        else unit.changeAccess(wanted, changed)
      }}
    />
  )
}
