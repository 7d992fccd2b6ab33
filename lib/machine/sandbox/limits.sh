# Runs "$@" as a guest of this machine: empty environment, low priority, bounded memory, time and
# files, and dead with its parent. Each fence is left out where the machine has no tool for it.

set -- nice -n 10 "$@"

# Bytes of memory and of one file, seconds of processor, open files. Five hours of sound fit well.
limits='--as=4294967296 --fsize=8589934592 --cpu=7200 --nofile=64 --core=0'
if prlimit $limits true 2>/dev/null; then set -- prlimit $limits "$@"; fi

# Without this ffmpeg outlives a server that was killed.
if setpriv --pdeathsig KILL true 2>/dev/null; then set -- setpriv --pdeathsig KILL "$@"; fi

exec env -i PATH="$PATH" LC_ALL=C "$@"
