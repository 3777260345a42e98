import type { ComponentType } from 'preact'
import { lazily } from './lazily'
import type { PanelProps } from './popup-props'
import type { Panel } from './state'

type Of<Kind extends Panel['kind']> = PanelProps & { readonly panel: Extract<Panel, { readonly kind: Kind }> }

/** The view of each panel; each is a file in `panels/`. */
const views: { readonly [Kind in Panel['kind']]: ComponentType<Of<Kind>> } = {
  help: lazily(() => import('./panels/help'), 'Help'),
  hidden: lazily(() => import('./panels/hidden-roles'), 'HiddenRoles'),
  actions: lazily(() => import('./panels/role-actions'), 'RoleActions'),
  sessions: lazily(() => import('./panels/open-sessions'), 'OpenSessions'),
  link: lazily(() => import('./panels/link'), 'Link'),
  several: lazily(() => import('./panels/several'), 'SeveralRoles'),
  renew: lazily(() => import('./panels/renew'), 'Renew'),
  confirm: lazily(() => import('./panels/confirm-switch'), 'ConfirmSwitch'),
}

/** The panel that replaces the menu; Escape goes back to it. */
export function PanelView(props: PanelProps & { readonly panel: Panel }) {
  // Each view takes the panel of its own kind, which TypeScript can't infer from the table.
  const View = views[props.panel.kind] as ComponentType<PanelProps & { readonly panel: Panel }>
  return <View {...props} />
}
