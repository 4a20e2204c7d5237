/**
 * The words of messages and rows that are nobody's own: of lsof, of pmap, of the C library, of this program.
 *
 * Every other word of a message may be a name, and is replaced; one that is missing here only makes a message less readable.
 */
const WORDS = `
a about absolute after again all allow allowed an and another any apt are argument as at available avoid be been before began
belongs between boot bound built busy but by bytes c call can cannot cause changed check choose cmdline column command compatible
compiled container could create data delete deleted denied descriptor device did differ directory does done down each effective
elsewhere empty end ended ending endpoint enough entry error errors every exceeded exec exist exists exit failed file files
filesystem fifo find for found four free from function get give given group half handle has have help i id if illegal in incomplete
information inode input install installed internal interrupted invalid io is it its itself kb kernel kernels last leave left less
library limit line lines link links listed live long longer looked machine many map mapping mappings maps may memory mib millisecond
mode more mount mounted move mtime must name names namespace need neither network new next no non none nonexistent normal not
nothing number numeric o of offset old older on one only open opened operation option options or other others out output outside
owner pack page part path paths perhaps permission permissions permitted pid pids pipe please plain print printed printing
privilege proc process processes program read reading reason refused regular release remote report resource retry rollup root run
running s same sandbox second seconds see self set sh show shown signal since size smaps smaps_rollup socket software some space
special stale stat state status stderr stdin stdout still stop stopped such sudo supported symbolic system systems t table take
task tell temporarily than that the them then there they this thread time timed to too tool transport try two type unable
unavailable uid unknown until unreadable usage use used user user's users valid value values version wait warning was we were what
when where which while who why will with within without wrong yet you your zero
--freeze --time-limit --lsof --pmap ask capture captures compare first folder frozen hand here hold keep known let make nor now own prints so
start takes whole written
lsof pmap procps procps-ng toybox busybox package pwd passwd etc apt-get ps memmaps lsof_4.95.0
command pid tid taskcmd ppid pgid user fd type device size off size/off nlink node name address kbytes rss dirty mode mapping
total mapped writeable private shared kb perm inode pss swap locked referenced anonymous vmflags mtab portal fuse tracefs overlay
mem txt del cwd rtd nofd err ltx mmap reg dir chr blk unix ipv4 ipv6 sock a_inode unknown anon stack heap vdso vvar vsyscall shmid
enoent eacces eperm esrch eio enospc eisdir enotdir einval sigkill sigsegv sigterm sigabrt sighup sigint
`

const KNOWN: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))

/** A number with or without a unit, in hex with zeros before it or behind `0x`, an address or a range of them. */
const PLAIN = /^(?:\d+(?:[.,]\d+)*[KMG%]?|0[xt]?[0-9a-f]+|[0-9a-f]{8,16}(?:-[0-9a-f]{8,16})?)$/
/** What pmap prints where it read too large a number. */
const LAST_ADDRESS = /^f{8}(?:f{8})?$/
/** The perms or the mode of a row. */
const PERMS = /^[r-][w-][x-][sp-]-?$/

/** True for a word of a message that tells of nobody. */
export function isMessageWord(word: string): boolean {
  if (KNOWN.has(word.toLowerCase()) || PERMS.test(word) || LAST_ADDRESS.test(word)) return true
  // Letters alone are no address, even when they could be its digits.
  return PLAIN.test(word) && /\d/.test(word)
}
