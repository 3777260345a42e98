import { describe, expect, it } from 'vitest'
import { parseConfig } from '../resolve/parse-config'
import { removedLines, withoutSecrets } from './without-secrets'

const token = 'IQoJb3JpZ2luX2VjEXAMPLE/TOKEN+=='

describe('withoutSecrets', () => {
  it.each([
    ['aws_secret_access_key = x', '; aws_secret_access_key removed'],
    ['aws_access_key_id=x', '; aws_access_key_id removed'],
    ['  AWS_Session_Token\t=  "x y" ; mine', '  ; AWS_Session_Token removed'],
    ['"aws_security_token" = \'x\'', '; aws_security_token removed'],
    ['aws_session_token: x', '; aws_session_token removed'],
    ['export AWS_SECRET_ACCESS_KEY=x', '; AWS_SECRET_ACCESS_KEY removed'],
    ['$Env:AWS_SECRET_ACCESS_KEY="x"', '; AWS_SECRET_ACCESS_KEY removed'],
    [`aws configure set aws_session_token ${token}`, 'aws configure set  ; aws_session_token removed'],
    ['# aws_secret_access_key = x', '; aws_secret_access_key removed'],
    [`region = eu-west-1 ; aws_session_token=${token}`, 'region = eu-west-1 ;  ; aws_session_token removed'],
    [`aws_session_token =\n  ${token}\nregion = x`, '; aws_session_token removed\n  ; removed\nregion = x'],
    [
      `aws_session_token = x\r\n\t${token}\r\nregion = x`,
      '; aws_session_token removed\r\n\t; removed\r\nregion = x',
    ],
    ['\uFEFFaws_access_key_id = x', '\uFEFF; aws_access_key_id removed'],
  ])('%j becomes %j', (text, clean) => {
    expect(withoutSecrets(text).text).toBe(clean)
    expect(withoutSecrets(clean).lines).toEqual([])
    expect(parseConfig(text).diagnostics[0]).toMatchObject({ kind: 'accessKeys' })
  })

  it.each([
    '',
    'aws_session_token_ttl = 1h',
    'aws_access_key_id =',
    'aws_access_key_id =\n  region = x',
    '; aws_secret_access_key: never put it here',
    'description = where aws_access_key_id and aws_secret_access_key are kept',
    '[a]\r\nmfa_serial = x\r# c\n\n',
  ])('leaves %j as it is', text => {
    expect(withoutSecrets(text)).toEqual({ text, lines: [] })
  })

  it('names the lines, whatever their ends, and changes no others', () => {
    const text = 'a\raws_session_token=x\r\n\r\n[b]\naws_secret_access_key=y\n  color = x'
    expect(withoutSecrets(text)).toEqual({
      text: 'a\r; aws_session_token removed\r\n\r\n[b]\n; aws_secret_access_key removed\n  color = x',
      lines: [2, 5],
    })
  })

  it('keeps the meaning of the lines below, in this parser and the AWS CLI', () => {
    const { text } = withoutSecrets(
      '[a]\naws_access_key_id = x\n  aws_account_id = 111122223333\n  role_name = A',
    )
    expect(parseConfig(text).profiles).toEqual([
      { name: 'a', line: 1, account: '111122223333', roleName: 'A' },
    ])
  })
})

it('the changed lines can be found in the text afterwards', () => {
  const text =
    '[a]\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n; a comment\nrole_name = removed\n'
  const clean = withoutSecrets(text)
  expect(removedLines(clean.text)).toEqual(clean.lines)
  expect(removedLines('[a]\nrole_name = Operator ; the old one was removed\n')).toEqual([])
  expect(removedLines('[a]\nrole_name = Operator\n; removed\n')).toEqual([])
})
