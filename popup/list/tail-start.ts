/** Names up to this width fit into a row, also in the settings' preview. A full-width character has the width of two. */
const maxWhole = 16
/** How much of a longer name's end is always shown: it often says production or staging. */
const tailWidth = 14

/** Source: Unicode Standard Annex 11, the blocks of East Asian scripts. */
const fullWidth = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/

/** Returns where the tail of a long name begins; undefined if the name is short, or runs from right to left. */
export function tailStart(name: string): number | undefined {
  const widthAt = (index: number) => (fullWidth.test(name.charAt(index)) ? 2 : 1)
  let [cut, width] = [name.length, 0]
  while (cut > 0 && width + widthAt(cut - 1) <= tailWidth) width += widthAt(--cut)
  let whole = width
  for (let index = cut; index > 0 && whole <= maxWhole; ) whole += widthAt(--index)
  if (whole <= maxWhole || /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(name)) return undefined
  // Never within a character.
  while (cut > 0 && /[\udc00-\udfff\p{M}\u200d]/u.test(name.charAt(cut))) cut--
  return cut
}
