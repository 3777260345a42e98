import type { Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import { previewLength } from '../pages/options-page'

/** Waits until the page has checked the text and found its profiles. The preview then has a row for each role. */
export async function waitForPreview(options: Surface, roles: number): Promise<void> {
  await waitFor(`${roles} roles in the preview`, async () => (await previewLength(options)) === roles)
}
