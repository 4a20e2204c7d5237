# capture NAME HOW PID: the kernel's files about a process, and what every tool prints about it, below /out/NAME.
# HOW is whole (every mode of every tool), plain (the modes that people use), brief (one of each) or name (what shows a name).

FILES='maps smaps smaps_rollup numa_maps status stat statm comm cmdline auxv limits mountinfo coredump_filter personality'

# tool NAME WORDS…: what a run printed, its words one a line, its exit status, and its locale.
tool() {
  local run=/out/$process/tools/$1
  shift
  timeout 120 "$@" >"$run.out" 2>"$run.err" </dev/null
  echo $? >"$run.exit"
  printf '%s\n' "$@" >"$run.words"
  [ "$LC_ALL" = C ] || echo "$LC_ALL" >"$run.locale"
  [ -s "$run.err" ] || rm -f "$run.err"
}

pmap_modes() {
  local mode
  if [ "$how" = name ]; then
    tool pmap pmap "$pid"
    return
  fi
  for mode in '' x X XX d; do tool "pmap${mode:+-$mode}" pmap ${mode:+-$mode} "$pid"; done
  [ "$how" = brief ] && return
  for mode in p q xp Xp dp; do tool "pmap-$mode" pmap "-$mode" "$pid"; done
  [ "$how" = plain ] && return
  for mode in XXp xq dq Xq XXq k xk; do tool "pmap-$mode" pmap "-$mode" "$pid"; done
  tool pmap-A pmap -x -A 0x400000,0x500000 "$pid"
  LC_ALL=C.UTF-8 tool pmap-p-utf8 pmap -p "$pid"
  LC_ALL=C.UTF-8 tool pmap-X-utf8 pmap -Xp "$pid"
}

lsof_modes() {
  tool lsof lsof -nP -a -p "$pid" -d mem,txt,DEL
  tool lsof-F0 lsof -nP -a -p "$pid" -d mem,txt,DEL -F0
  case $how in brief | name) return ;; esac
  tool lsof-mem lsof -p "$pid" -a -d mem
  tool lsof-F lsof -nP -a -p "$pid" -d mem,txt,DEL -F
  [ "$how" = plain ] && return
  tool lsof-fields lsof -nP -a -p "$pid" -d mem,txt,DEL -FpcuRgLftaDisnlkrT0
  tool lsof-DEL lsof -nP -a -p "$pid" -d DEL
  tool lsof-o lsof -nP -o -a -p "$pid" -d mem,txt,DEL
  tool lsof-s lsof -nP -s -a -p "$pid" -d mem,txt,DEL
  tool lsof-c0 lsof -nP +c0 -R -g -l +L -a -p "$pid" -d mem,txt,DEL
  tool lsof-w lsof -nP -w -a -p "$pid" -d mem,txt,DEL
  LC_ALL=C.UTF-8 tool lsof-utf8 lsof -nP -a -p "$pid" -d mem,txt,DEL
  LC_ALL=C.UTF-8 tool lsof-F0-utf8 lsof -nP -a -p "$pid" -d mem,txt,DEL -F0
}

other_modes() {
  if toybox pmap 1 >/dev/null 2>&1; then
    tool toybox-pmap toybox pmap "$pid"
    tool toybox-pmap-x toybox pmap -x "$pid"
  fi
  if /bin/busybox pmap 1 >/dev/null 2>&1; then
    tool busybox-pmap /bin/busybox pmap "$pid"
    tool busybox-pmap-x /bin/busybox pmap -x "$pid"
  fi
}

# What lsof up to 4.97 takes the name from of a process that has none: the stat of the nearest one before that has one.
named_before() {
  local other=$(($1 - 1))
  until [ "$other" -le 0 ] || grep -q '^[0-9]* ([^)]' "/proc/$other/stat" 2>/dev/null; do other=$((other - 1)); done
  cat "/proc/$other/stat"
}

capture() {
  local process=$1 how=$2 pid=$3 folder=/out/$1 bound='' file task
  mkdir -p "$folder/proc" "$folder/tools"
  echo "$pid" >"$folder/pid"
  for file in $FILES; do
    timeout 60 cat "/proc/$pid/$file" >"$folder/proc/$file" 2>/dev/null || rm -f "$folder/proc/$file"
  done
  cat /proc/locks >"$folder/locks"
  case $(cat "/proc/$pid/comm") in '' | ')'*) named_before "$pid" >"$folder/before" ;; esac
  for task in /proc/"$pid"/task/*; do
    mkdir -p "$folder/proc/task/${task##*/}"
    cat "$task/comm" >"$folder/proc/task/${task##*/}/comm"
  done
  # A tool shares pages with what it looks at, so that being run changes what is shared and what private. Two processes are
  # left as they are, so that there are texts of the tools that nothing stood between: they share nothing with anybody.
  case $process in full-static | many) ;; *)
    mount --bind "$folder/proc/maps" "/proc/$pid/maps" && mount --bind "$folder/proc/smaps" "/proc/$pid/smaps" && bound=yes
    echo "$bound" >"$folder/frozen"
    ;;
  esac
  pmap_modes
  lsof_modes
  case $how in brief | name) ;; *) other_modes ;; esac
  [ -z "$bound" ] || umount "/proc/$pid/maps" "/proc/$pid/smaps"
  /lab/facts "$pid" >"$folder/facts" 2>&1
  if cat "/proc/$pid/maps" 2>/dev/null | cmp -s - "$folder/proc/maps"; then echo same; else echo moved; fi >"$folder/again"
  say "$process $(uptime_now)"
}
