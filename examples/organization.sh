#!/bin/sh
# Writes what the AWS CLI says about an organization into a folder, for `rolecall-list make`:
#
#   sh organization.sh facts
#   npx rolecall-list make facts --out roles.ini
#
# It needs read access to AWS Organizations, from the management account or a delegated administrator. With
# IDENTITY_CENTER=1 it also needs read access to Identity Center, in its region. It asks twice about each unit and once about
# each account's tags, four at a time. With 40 units and 200 accounts, that took four minutes on two cores. TAGS=0 leaves the
# tags out. If AWS refuses an answer, it stops and fails.
set -eu

folder=${1:?Name the folder to write, as in: sh organization.sh facts}
mkdir -p "$folder"
for name in accounts units tags permission-sets assignments; do
  rm -f "$folder/$name.json"
done
# A file for each answer, because commands that run side by side would write into each other's output.
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT

# Runs a command beside up to three others.
jobs='' started=0
start() {
  "$@" &
  jobs="$jobs $!" started=$((started + 1))
  if [ $((started % 4)) = 0 ]; then
    finish
  fi
}
# Waits for each one by itself, because only then does a command that failed stop the script.
finish() {
  for job in $jobs; do
    wait "$job"
  done
  jobs=''
}

# The answers don't say which parent or account they're about, so the queries add it.
units() {
  aws organizations list-organizational-units-for-parent --parent-id "$1" --output json \
    --query "{ParentId: '$1', OrganizationalUnits: OrganizationalUnits}" > "$parts/units-$1"
}
accounts() {
  aws organizations list-accounts-for-parent --parent-id "$1" --output json \
    --query "{ParentId: '$1', Accounts: Accounts}" > "$parts/accounts-$1"
}
tags() {
  aws organizations list-tags-for-resource --resource-id "$1" --output json \
    --query "{ResourceId: '$1', Tags: Tags}" > "$parts/tags-$1"
}
# Prints the ids in an answer that match a pattern.
ids() {
  sed -n "s/.*\"Id\": *\"\($1\)\".*/\1/p" "$2"
}

# From the root down, one level after the other.
level=$(aws organizations list-roots --output text --query 'Roots[0].Id')
while [ -n "$level" ]; do
  for unit in $level; do
    start units "$unit"
    start accounts "$unit"
  done
  finish
  below=''
  for unit in $level; do
    cat "$parts/units-$unit" >> "$folder/units.json"
    cat "$parts/accounts-$unit" >> "$folder/accounts.json"
    below="$below $(ids 'ou-[^"]*' "$parts/units-$unit")"
  done
  # Without the spaces, if there is nothing below.
  level=$(echo $below)
done
accounts=$(ids '[0-9]\{12\}' "$folder/accounts.json")
total=$(echo $accounts | wc -w)
echo "Read the organization's units: $((total)) accounts." >&2

if [ "${TAGS:-1}" = 1 ]; then
  asked=0
  for account in $accounts; do
    start tags "$account"
    asked=$((asked + 1))
    if [ $((asked % 40)) = 0 ]; then
      echo "Read the tags of $asked accounts." >&2
    fi
  done
  finish
  for account in $accounts; do
    cat "$parts/tags-$account" >> "$folder/tags.json"
  done
fi

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
