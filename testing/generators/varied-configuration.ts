/** Roles with and without a color, a group and a description, and one that is only available in another partition. */
export const variedConfiguration = `[base]
aws_account_id = 111122223333

[payments]
source_profile = base
aws_account_id = 444455556666
role_name = Operator
color = #d13212
group = Production
description = Card payments

[archive]
source_profile = base
aws_account_id = 555566667777
role_name = Reader

[elsewhere]
role_arn = arn:aws-cn:iam::666677778888:role/Operator
`
