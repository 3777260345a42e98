import { describe, expect, it } from 'vitest'
import { namesProduction } from './production-name'

describe('a name', () => {
  it.each([
    'production',
    'Production',
    'shop-prod',
    'shop_prod_eu',
    'prod1',
    'prd',
    'ShopProd',
    'shopprod',
    'SHOP-PRODUCTION',
    'live',
    'shop live',
    'Produktion',
    'Producción',
    '本番',
    '本番 ショップ',
    '生产环境',
  ])('says production: %s', name => {
    expect(namesProduction(name)).toBe(true)
  })

  it.each([
    '',
    'shop',
    'product',
    'product-dev',
    'delivery',
    'alive',
    'non-prod',
    'nonprod',
    'NonProduction',
    'no prod',
    'preprod',
    'pre-production',
    'staging',
    'reproduce',
  ])('doesn’t say production: %s', name => {
    expect(namesProduction(name)).toBe(false)
  })
})
