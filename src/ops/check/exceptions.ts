const exceptions = {
  'guard-page': 'kernels 2.6.36 to 4.12 hide the stack’s guard page from the range but count it in Size',
  'records-lost': 'the smaps of kernels 2.6.25 to 2.6.27 repeats some regions and leaves others out',
  'gate-twice': 'qemu prints the gate page of an x86-64 program twice',
  'gap-in-pages': 'WSL1 prints the offsets of gaps in pages',
  'unmanaged-pages': 'kernels before 2.6.37 count pages in Rss that are nobody’s, and in none of its parts',
  'gate-in-rollup': 'the smaps_rollup of kernels 4.14 to 4.18 reaches to the end of the gate page',
  'locked-twice': 'the smaps_rollup of kernels 4.14 to 4.20 counts Locked more than once',
  'reserved-not-counted': 'VmSize leaves reserved mappings out, in kernels before 3.7',
  'counted-in-batches': 'kernels before 6.16 count what is resident in batches, so that status is behind',
  'shared-memory-swap': 'smaps counts shared memory that is swapped out, and VmSwap does not',
  'shared-counted-twice': 'pmap -x up to 3.3.11 counts shared mappings twice in its total',
  'sums-carried-over': 'pmap up to 4.0.3 carries the sums of one process over to the next',
  'sum-of-32-bits': 'a pmap of 32 bits cuts its sums off',
  'rows-left-out': 'pmap -x of a kernel that prints no Swap shows no rows',
  'below-the-range': 'pmap -x -A adds up what it does not show, too',
} as const

/** The name of an exception. */
export type ExceptionCode = keyof typeof exceptions

/** What kernels and tools print against a law, by rules with a name. */
export const EXCEPTIONS: Readonly<Record<ExceptionCode, string>> = exceptions
