/**
 * The part of the URL standard that the pure folders use. Node and every browser have it, but TypeScript
 * ships its types with the DOM library only, which the pure folders do without.
 */
declare class URL {
  static canParse(url: string, base?: string): boolean
  constructor(url: string, base?: string)
  hash: string
  host: string
  hostname: string
  href: string
  readonly origin: string
  pathname: string
  port: string
  protocol: string
  search: string
  username: string
  password: string
  readonly searchParams: URLSearchParams
  toString(): string
}

declare class URLSearchParams {
  constructor(init?: string | Record<string, string>)
  get(name: string): string | null
  has(name: string): boolean
  set(name: string, value: string): void
  delete(name: string): void
  toString(): string
}
