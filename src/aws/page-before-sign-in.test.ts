import { describe, expect, it } from 'vitest'
import { beforeSignIn } from './page-before-sign-in'

const console = 'https://333344445555-abcdefgh.eu-west-1.console.aws.amazon.com'

function oauth(redirect: string, rest = ''): string {
  const query = `response_type=code&client_id=arn%3Aaws%3Asignin&redirect_uri=${encodeURIComponent(redirect)}`
  return `https://eu-west-1.signin.aws.amazon.com/oauth?${query}${rest}`
}

describe('beforeSignIn', () => {
  it('reads the page that AWS passes, with its fragment, and without what AWS adds', () => {
    const page = `${console}/ec2/home?region=eu-west-1`
    expect(beforeSignIn(oauth(`${page}&state=hashArgs%23Instances:id=a%2Fb&isauthcode=true`))).toEqual({
      page: `${page}#Instances:id=a/b`,
      place: {
        partition: 'aws',
        family: 'first',
        region: 'eu-west-1',
        session: '333344445555-abcdefgh',
      },
    })
  })

  it('takes the fragment that the browser has kept, unless AWS passes one', () => {
    const page = `${console}/ec2/home`
    expect(beforeSignIn(oauth(`${page}?state=hashArgs%23&isauthcode=true`, '#Instances:'))?.page).toBe(
      `${page}#Instances:`,
    )
    expect(beforeSignIn(oauth(`${page}?state=hashArgs%23Volumes:`, '#Instances:'))?.page).toBe(
      `${page}#Volumes:`,
    )
  })

  it('knows a sign-in page that says nothing, such as the one that asks for a session', () => {
    expect(beforeSignIn('https://us-east-1.signin.aws.amazon.com/sessions/selector')).toEqual({})
    expect(beforeSignIn('https://signin.amazonaws-us-gov.com/')).toEqual({})
  })

  it.each([
    'https://example.com/',
    'https://333344445555-abcdefgh.example.com/',
    'https://console.aws.amazon.com.example.com/',
    'javascript:alert(1)',
    'http://eu-west-1.console.aws.amazon.com/',
    'https://user@eu-west-1.console.aws.amazon.com/',
    'https://eu-west-1.console.amazonaws-us-gov.com/',
    '',
  ])('takes no other address, or one of another partition: %s', address => {
    expect(beforeSignIn(oauth(address))).toEqual({})
  })

  it.each([
    'https://signin.aws.amazon.com.example.com/oauth',
    'http://signin.aws.amazon.com/oauth',
    'https://signin.aws.amazon.com/switchrole?account=333344445555&roleName=Operator',
    'https://eu-west-1.console.aws.amazon.com/',
    'nothing',
  ])('knows nothing about other pages: %s', address => {
    expect(beforeSignIn(address)).toBeUndefined()
  })
})
