/** What a label of the specimen stands for: the perms that its mapping has, and its name. */
export interface Kind {
  readonly label: RegExp
  /** The perms as maps prints them; a label that names them itself has none here. */
  readonly perms?: RegExp
  readonly name: RegExp
}

const NAMELESS = /^$/
/** Names of anonymous memory are printed where the kernel keeps them. */
const NAMED = /^\[anon(?:_shmem)?:.*\]$/
const ZERO = /^\/dev\/zero \(deleted\)$/
const RW_P = /^rw-p$/
const RW_S = /^rw-s$/

/** Every label that the specimen may print with a range, the first that fits. Numbers before a colon tell directories apart. */
export const KINDS: readonly Kind[] = [
  { label: /^anonymous-/, name: NAMELESS },
  { label: /^shared-anonymous$/, perms: RW_S, name: ZERO },
  { label: /^shared-anonymous-none$/, perms: /^---s$/, name: ZERO },
  { label: /^address-/, perms: /^r--p$/, name: NAMELESS },
  { label: /^named-shared$/, perms: RW_S, name: /^\[anon_shmem:.*\]$/ },
  { label: /^named/, perms: RW_P, name: NAMED },
  { label: /^guard-/, perms: RW_P, name: NAMELESS },
  { label: /^(?:\d+:)?file-r-private$/, perms: /^r--p$/, name: /\/plain\.dat$/ },
  { label: /^(?:\d+:)?file-past-its-end$/, perms: /^r--p$/, name: /\/plain\.dat$/ },
  { label: /^(?:\d+:)?file-/, name: /\/plain\.dat$/ },
  { label: /^(?:\d+:)?deleted$/, perms: RW_S, name: /\/gone\.dat \(deleted\)$/ },
  { label: /^(?:\d+:)?replaced-old$/, perms: /^r--s$/, name: /\/replaced\.dat \(deleted\)$/ },
  { label: /^(?:\d+:)?replaced-new$/, perms: /^r--s$/, name: /\/replaced\.dat$/ },
  { label: /^(?:\d+:)?renamed$/, perms: /^r--s$/, name: /\/after\.dat$/ },
  { label: /^(?:\d+:)?hard-linked$/, perms: /^r--s$/, name: /\/one\.dat$/ },
  { label: /^(?:\d+:)?tmpfile$/, perms: RW_S, name: /\/#\d+ \(deleted\)$/ },
  { label: /^(?:\d+:)?offset-/, perms: /^r--s$/, name: /\/sparse\.dat$/ },
  { label: /^(?:\d+:)?lock-/, perms: /^r--s$/, name: /\/lock-(?:read|write)(?:-part)?$/ },
  { label: /^(?:\d+:)?flock-/, perms: /^r--s$/, name: /\/flock-(?:shared|exclusive)$/ },
  { label: /^name-with-newline$/, perms: /^r--p$/, name: /\/new\\012line$/ },
  { label: /^name-like-deleted$/, perms: /^r--p$/, name: /\/live \(deleted\)$/ },
  { label: /^name-like-deleted-deleted$/, perms: /^r--p$/, name: /\/really \(deleted\) \(deleted\)$/ },
  { label: /^name-/, perms: /^r--p$/, name: /^\// },
  { label: /^path-/, perms: /^r--p$/, name: /^\/.{1000}/s },
  { label: /^memfd-hugetlb$/, perms: RW_S, name: /^\/memfd:huge \(deleted\)$/ },
  { label: /^memfd/, perms: RW_S, name: /^\/memfd:.* \(deleted\)$/s },
  { label: /^system-v-read-only$/, perms: /^r--s$/, name: /^\/SYSV[0-9a-f]{8} \(deleted\)$/ },
  { label: /^system-v/, perms: RW_S, name: /^\/SYSV[0-9a-f]{8} \(deleted\)$/ },
  { label: /^posix-memory$/, perms: RW_S, name: /^\/dev\/shm\/memmaps specimen \(deleted\)$/ },
  { label: /^posix-memory-kept$/, perms: RW_S, name: /^\/dev\/shm\/memmaps-specimen-kept$/ },
  { label: /^dev-zero-private$/, perms: RW_P, name: /^\/dev\/zero$/ },
  { label: /^dev-zero-shared$/, perms: RW_S, name: ZERO },
  { label: /^hugetlb-private$/, perms: RW_P, name: /^\/anon_hugepage \(deleted\)$/ },
  { label: /^hugetlb-shared$/, perms: RW_S, name: /^\/anon_hugepage \(deleted\)$/ },
  { label: /^secret$/, perms: RW_S, name: /^\/secretmem \(deleted\)$/ },
  { label: /^perf-ring$/, perms: RW_S, name: /^anon_inode:\[perf_event\]$/ },
  { label: /^io-uring-/, perms: RW_S, name: /^anon_inode:\[io_uring\]$/ },
  { label: /^packet-ring$/, perms: RW_S, name: /^socket:\[\d+\]$/ },
  { label: /^tcp$/, perms: /^r--s$/, name: /^socket:\[\d+\]$/ },
  { label: /^aio-ring$/, perms: RW_S, name: /^\/\[aio\] \(deleted\)$/ },
  { label: /^bpf-/, perms: RW_S, name: /^anon_inode:bpf-map$/ },
  { label: /^userfaultfd-minor$/, perms: RW_S, name: ZERO },
  {
    label:
      /^(?:noreserve|droppable|growsdown|locked|mlock|nohugepage|dont|wipeonfork|mergeable|sequential|random|willneed|free|cold|swapped|hugepage|numa-|protection-key|sealed|userfaultfd)/,
    perms: RW_P,
    name: NAMELESS,
  },
]

/** The perms that a label itself names, as its last words: `file-rw-shared`, `anonymous-rx`. */
export function permsNamed(label: string): string | undefined {
  const [, letters, sharing = 'private'] = /-(none|r?w?x?)(?:-(private|shared))?$/.exec(label) ?? []
  if (letters === undefined || letters === '') return undefined
  const bits = ['r', 'w', 'x'].map((bit) => (letters !== 'none' && letters.includes(bit) ? bit : '-'))
  return `${bits.join('')}${sharing === 'shared' ? 's' : 'p'}`
}
