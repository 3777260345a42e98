import { describe, expect, it } from 'vitest'
import { cssColor } from './css-color'

describe('a CSS color', () => {
  it.each([
    ['orangered', 'ff4500'],
    ['OrangeRed', 'ff4500'],
    ['aliceblue', 'f0f8ff'],
    ['yellowgreen', '9acd32'],
    ['rebeccapurple', '663399'],
    ['red', 'ff0000'],
    ['#f80f', 'ff8800'],
    ['#FF8800FF', 'ff8800'],
    ['0xff8800', 'ff8800'],
    ['rgb(255, 69, 0)', 'ff4500'],
    ['rgb(255 69 0)', 'ff4500'],
    ['rgb(100%, 0%, 50%)', 'ff0080'],
    ['rgba(255,69,0,1)', 'ff4500'],
    ['RGB(300, -1, 0)', 'ff0000'],
    ['hsl(0, 100%, 50%)', 'ff0000'],
    ['hsl(120deg 100% 25%)', '008000'],
    ['hsl(0.5turn 100% 50%)', '00ffff'],
  ])('%s is %s', (text, digits) => {
    expect(cssColor(text)).toEqual({ digits, opaque: true })
  })

  it.each([
    ['#f808', 'ff8800'],
    ['#ff880080', 'ff8800'],
    ['rgba(255, 69, 0, .5)', 'ff4500'],
    ['rgb(255 69 0 / 50%)', 'ff4500'],
    ['hsla(0, 100%, 50%, 0.2)', 'ff0000'],
  ])('%s is %s, and isn’t opaque', (text, digits) => {
    expect(cssColor(text)).toEqual({ digits, opaque: false })
  })

  it.each([
    '',
    'orange red',
    'transparent',
    'currentcolor',
    'canvas',
    'reddish',
    'ff4500',
    'rgb()',
    'rgb(1, 2)',
    'rgb(1, 2, 3, 4, 5)',
    'rgb(a, b, c)',
    'hsl(red, 1%, 1%)',
    `rgb(${' '.repeat(100_000)}`,
  ])('%s isn’t valid', text => {
    expect(cssColor(text)).toBeUndefined()
  })
})
