const readerWord = /^(?:readers?|viewers?|readonly|viewonly|audit|auditors?)$/

/**
 * Whether the role's name says that it may only read, as AWS's own `ReadOnlyAccess`, `ViewOnlyAccess` and `SecurityAudit`
 * do, and `shop-reader` or `Auditor`. Not `ReadWrite`, `thread` or `non-readonly`. Source: AWS managed policy reference, and
 * Identity Center's predefined permission sets.
 */
export function namesReader(roleName: string): boolean {
  const words = roleName
    .slice(roleName.lastIndexOf('/') + 1)
    .replace(/(\p{Ll})(\p{Lu})|(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1$3 $2$4')
    .toLowerCase()
    .replace(/(?<!\p{L})(read|view)[^\p{L}]?only/gu, '$1only ')
    .split(/[^\p{L}]+/u)
  return words.some(
    (word, index) => readerWord.test(word) && !/^(?:non|not|no)$/.test(words[index - 1] ?? ''),
  )
}
