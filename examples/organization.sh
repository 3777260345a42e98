#!/bin/sh
# Writes what the AWS CLI says about an organization into a folder, for `rolecall-list make`:
#
#   sh organization.sh facts
#   npx rolecall-list make facts --out roles.ini
#
# It needs read access to AWS Organizations, from the management account or a delegated administrator. With
# IDENTITY_CENTER=1 it also needs read access to Identity Center, in its region. It asks once for each account's tags, four
# accounts at a time, so it takes minutes for hundreds of accounts. If AWS refuses an answer, it stops and fails.
set -eu

folder=${1:?Name the folder to write, as in: sh organization.sh facts}
mkdir -p "$folder"
for name in accounts units tags permission-sets assignments; do
  rm -f "$folder/$name.json"
done

# The answers don't say which parent they're about, so the query adds it.
unit() {
  aws organizations list-organizational-units-for-parent --parent-id "$1" --output json \
    --query "{ParentId: '$1', OrganizationalUnits: OrganizationalUnits}" >> "$folder/units.json"
  aws organizations list-accounts-for-parent --parent-id "$1" --output json \
    --query "{ParentId: '$1', Accounts: Accounts}" >> "$folder/accounts.json"
  # In a variable first, because a command that fails inside `for … in $(…)` doesn't stop a script.
  children=$(aws organizations list-organizational-units-for-parent --parent-id "$1" --output text \
    --query 'OrganizationalUnits[].Id')
  for child in $children; do
    unit "$child"
  done
}
root=$(aws organizations list-roots --output text --query 'Roots[0].Id')
unit "$root"

accounts=$(aws organizations list-accounts --output text --query 'Accounts[].Id')
# A file for each account, because commands that run side by side would write into each other's output.
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
tags() {
  aws organizations list-tags-for-resource --resource-id "$1" --output json \
    --query "{ResourceId: '$1', Tags: Tags}" > "$parts/$1.json"
}
# Waits for each one by itself, because only then does a command that failed stop the script.
finish() {
  for job in $jobs; do
    wait "$job"
  done
  jobs=''
}
jobs='' count=0
for account in $accounts; do
  tags "$account" &
  jobs="$jobs $!" count=$((count + 1))
  if [ $((count % 4)) = 0 ]; then
    finish
  fi
done
finish
for account in $accounts; do
  cat "$parts/$account.json" >> "$folder/tags.json"
done

if [ "${IDENTITY_CENTER:-}" = 1 ]; then
  instance=$(aws sso-admin list-instances --output text --query 'Instances[0].InstanceArn')
  sets=$(aws sso-admin list-permission-sets --instance-arn "$instance" --output text --query 'PermissionSets[]')
  for set in $sets; do
    aws sso-admin describe-permission-set --instance-arn "$instance" --permission-set-arn "$set" \
      --output json >> "$folder/permission-sets.json"
    aws sso-admin list-accounts-for-provisioned-permission-set --instance-arn "$instance" \
      --permission-set-arn "$set" --output json \
      --query "{PermissionSetArn: '$set', AccountIds: AccountIds}" >> "$folder/assignments.json"
  done
fi
