import type { ElementFacts, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'

export function previewRows(options: Surface): Promise<readonly ElementFacts[]> {
  return options.all({ css: '.preview [role=option]' })
}

/** Waits until the page has checked the text and found its profiles. The preview then has a row for each role. */
export async function waitForPreview(options: Surface, roles: number): Promise<void> {
  await waitFor(`${roles} roles in the preview`, async () => (await previewRows(options)).length === roles)
}
