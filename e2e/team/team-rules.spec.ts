import { save } from '../../testing/steps/configure'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { pressRefresh } from '../../testing/steps/team'
import { expect, teamText, test } from '../../testing/team-test'

const own = `[mine]
aws_account_id = 444455556666
role_name = Admin
group = Live
confirm = false

[mine-to-read]
aws_account_id = 444455556666
role_name = ReadOnly
`

test('a team’s rules for groups hold for the user’s own roles too', async ({ team, demo }) => {
  const { driver, server, options } = team
  const rules = '[rolecall]\nreader_group = live\nconfirm_name_group = Live\n'
  server.answer('/roles.ini', { kind: 'text', text: `${rules}\n${teamText}` })
  await pressRefresh(options, server)
  await options.write(own)
  await save(options)
  expect(await options.messages()).toEqual([])

  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await popup.type('mine')
  await expect(popup).toSay('Shift+Enter opens the role itself')
  await expect.poll(popup.rowNames).toContainEqual(expect.stringMatching(/^mine .*Enter opens mine-to-read/))
  await popup.press('Shift+Enter')
  await expect.poll(popup.question).toContain('Type mine to switch.')
  expect(demo.switches).toEqual([])
})
