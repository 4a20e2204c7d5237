# The processes of a guest, by name: each is started, captured, and ended, so that none moves while another is looked at.

ended() { [ ! -d "/proc/$1" ] || grep -q '^State:.*Z' "/proc/$1/status"; }

# Waits until the log of a process says that it is ready.
ready() {
  local waited=0
  while ! grep -q '^ready$' "/out/logs/$1.log" && [ $waited -lt 600 ]; do
    ended "$2" && say "$1 ended: $(tail -n 1 "/out/logs/$1.log")" && return 1
    sleep 0.2
    waited=$((waited + 1))
  done
  [ $waited -lt 600 ] || say "$1 is not ready in time"
}

# The children of the first specimen, each with something odd: `LABEL pid NUMBER` in its log.
children() {
  local label child
  sed -n 's/^\([a-z0-9-]*\) pid \([0-9]*\)$/\1 \2/p' "/out/logs/$name.log" >/tmp/children
  while read -r label child; do capture "$label" name "$child"; done </tmp/children
}

# specimen NAME HOW PROGRAM WORDS…: starts the specimen with an open stdin, and captures it.
specimen() {
  local name=$1 how=$2 pid
  shift 2
  mkfifo "/tmp/$name.stdin"
  "$@" <"/tmp/$name.stdin" >"/out/logs/$name.log" 2>&1 &
  pid=$!
  exec 9>"/tmp/$name.stdin"
  if ready "$name" $pid; then
    capture "$name" "$how" $pid
    [ "$name" != full-static ] || children
  fi
  exec 9>&-
  wait $pid
}

mkdir -p /out/logs
# shellcheck disable=SC2086 # several directories are meant
specimen full-static whole /lab/specimen $directories
[ -x /lab/specimen-dynamic ] && specimen full-dynamic whole /lab/specimen-dynamic /s/tmpfs/dynamic
specimen many brief /lab/specimen -n 500 /s/tmpfs/many

perl -e 'sleep 100000' &
pid=$!
sleep 1
capture perl plain $pid
kill $pid

# shellcheck disable=SC2016 # the dollar is perl's
perl -e '$| = 1; my $pid = fork; exit 0 unless $pid; print "$pid\n"; sleep 100000' >/tmp/zombie &
pid=$!
waited=0
while [ ! -s /tmp/zombie ] && [ $waited -lt 100 ]; do
  sleep 0.2
  waited=$((waited + 1))
done
sleep 1
capture zombie brief "$(cat /tmp/zombie)"
kill $pid

capture kthread brief 2
