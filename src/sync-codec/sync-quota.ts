/**
 * Maximum size of an item, key included, in bytes as both browsers count them:
 * https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync
 */
export const maxItemBytes = 8_192
/** Maximum number of items. */
export const maxItems = 512
/** Maximum size of everything, in bytes. The browsers allow 102,400; a little is left for other items in the future. */
export const syncQuotaBytes = 100_000
