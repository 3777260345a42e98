import { beforeEach, expect, it, vi } from 'vitest'
import { openOptionsAt } from './open-tab'

const { views, done } = vi.hoisted(() => ({
  views: [] as { location: { pathname: string; hash: string } }[],
  done: [] as string[],
}))

vi.mock('./api', () => ({
  browser: {
    runtime: {
      getURL: (path: string) => `chrome-extension://id/${path}`,
      openOptionsPage: async () => done.push('switched'),
    },
    extension: { getViews: () => views },
    tabs: { create: async ({ url }: { url: string }) => done.push(url) },
  },
}))

beforeEach(() => {
  views.length = 0
  done.length = 0
})

it('opens the settings at a place', async () => {
  views.push({ location: { pathname: '/help/guide.html', hash: '' } })
  await openOptionsAt('#menu/order')
  expect(done).toEqual(['chrome-extension://id/options/index.html#menu/order'])
})

it('switches to the settings that are open, and goes to the place there', async () => {
  const open = { location: { pathname: '/options/index.html', hash: '#roles' } }
  views.push(open)
  await openOptionsAt('#team')
  expect(done).toEqual(['switched'])
  expect(open.location.hash).toBe('#team')
})
