#!/bin/sh
call=$(mktemp -d "$CALLS/call-XXXXXX")
cat > "$call/in"
for each; do printf '%s\0' "$each" >> "$call/args"; done
env | grep '^WELLKNOWN_' > "$call/env" || :
mkfifo "$call/done"
echo "$call" > "$CALLS/calls"
read -r code < "$call/done"
cat "$call/out"
cat "$call/err" >&2
exit "$code"
