// Everything that the menu and the settings are made of, from their own style sheets and icons, for a picture.
import { type ComponentType, render } from 'preact'
import '../../options/options.css'
import * as menuIcons from '../../styles/icons/menu-icons'
import * as panelIcons from '../../styles/icons/panel-icons'
import * as settingsIcons from '../../styles/icons/settings-icons'
import './sheet.css'

const { SeverityIcon, ...others } = settingsIcons
const icons: Readonly<Record<string, ComponentType<{ readonly kind?: string }>>> = {
  ...menuIcons,
  ...panelIcons,
  ...others,
}
const texts = ['title', 'large', 'body', 'small']
const radii = ['radius-small', 'radius', 'radius-large', 'radius-full']
const colors = [
  'page',
  'surface',
  'surface-strong',
  'border',
  'border-strong',
  'text-quiet',
  'text',
  'accent',
  'accent-surface',
  'error',
  'error-surface',
  'warning',
  'warning-surface',
  'success',
  'success-surface',
]

function Sheet() {
  return (
    <>
      <section>
        <h2>Text</h2>
        {texts.map(size => (
          <p key={size} style={{ fontSize: `var(--text-${size})` }}>
            shop-production, <b style={{ fontWeight: 600 }}>3333-4444-5555</b> ({size})
          </p>
        ))}
      </section>
      <section>
        <h2>Corners</h2>
        <div class="row">
          {radii.map(radius => (
            <div class="sample" key={radius}>
              <span class="corner" style={{ borderRadius: `var(--${radius})` }} />
              {radius}
            </div>
          ))}
        </div>
      </section>
      <section class="wide">
        <h2>Colors</h2>
        <div class="row">
          {colors.map(color => (
            <div class="sample" key={color}>
              <span class="color" style={{ background: `var(--${color})` }} />
              {color}
            </div>
          ))}
        </div>
      </section>
      <section>
        <h2>Buttons</h2>
        <div class="row">
          <button type="button" class="button large primary">
            Add 14 roles
          </button>
          <button type="button" class="button primary">
            Save
          </button>
          <button type="button" class="button">
            Import
          </button>
          <button type="button" class="button danger">
            Replace 15 roles
          </button>
          <button type="button" class="button small">
            Edit
          </button>
          <button type="button" class="button" disabled>
            Save
          </button>
          <button type="button" class="icon-button" aria-label="Close">
            <others.CloseIcon />
          </button>
          <kbd>Alt+R</kbd>
        </div>
      </section>
      <section>
        <h2>Fields</h2>
        <div class="row">
          <input class="text-input" aria-label="Search" placeholder="Search the menu" />
          <label class="choice">
            <input type="checkbox" checked /> Color by name
          </label>
        </div>
      </section>
      <section class="wide">
        <h2>Icons</h2>
        <div class="row">
          {Object.entries(icons).map(([name, Icon]) => (
            <div class="sample" key={name} title={name}>
              <Icon />
            </div>
          ))}
          {(['error', 'warning', 'info'] as const).map(severity => (
            <div class="sample" key={severity} title={severity}>
              <SeverityIcon severity={severity} />
            </div>
          ))}
        </div>
      </section>
    </>
  )
}

const main = document.querySelector('main')
if (main) render(<Sheet />, main)
