const negations = new Set(['non', 'not', 'no', 'pre'])
const productionWord = /^(?:prd|live|produktion|produccion|producao)$|prods?$|production$/
/** Languages without spaces between words: Japanese, Chinese, Korean. */
const productionText = /本番|生产|生產|프로덕션|운영/

/** Whether the profile's name or its group says production. */
export function isForProduction({
  name,
  group = '',
}: {
  readonly name: string
  readonly group?: string
}): boolean {
  return namesProduction(name) || namesProduction(group)
}

/**
 * Whether a name or a group says production, as one of its words: `shop-prod`, `ShopProduction`, `live`, `本番`. Not
 * `product`, `delivery`, `non-prod` or `preprod`.
 */
export function namesProduction(text: string): boolean {
  if (productionText.test(text)) return true
  const words = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  return words.some(
    (word, index) =>
      productionWord.test(word) && !/^(?:non|pre)/.test(word) && !negations.has(words[index - 1] ?? ''),
  )
}
