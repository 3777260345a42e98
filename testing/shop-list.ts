/** A list with a base account, and a role that it can switch to. */
export const shopList = `
[identity]
aws_account_id = 111122223333

[shop]
source_profile = identity
aws_account_id = 333344445555
role_name = Operator
color = d13212
`
