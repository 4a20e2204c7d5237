/** A counter's line: its name, what stands between colon and number, its unit, and the number's least width. */
export type CounterLine = readonly [label: string, before: string, unit: string, width: number]

/** What the smaps of a kernel has below each header. */
export interface SmapsFields {
  readonly kernel: string
  readonly counters: readonly CounterLine[]
  /** In the order of the kernel's bits; absent before Linux 3.8. */
  readonly vmFlags?: readonly string[]
}

const FLAGS = 'rd wr ex sh mr mw me ms gd pf lo io sr rr dc de ac nr ht ar dd sd mm hg nh mg'.split(' ')

/** Kernels that differ in fields, order or spacing, oldest first; after the kernel's own `fs/proc/task_mmu.c`. */
export const smapsFields: readonly SmapsFields[] = [
  { kernel: '2.6.14', counters: lines('Size Rss Shared_Clean Shared_Dirty Private_Clean Private_Dirty', 15) },
  {
    kernel: '2.6.32',
    counters: lines(
      'Size Rss Pss Shared_Clean Shared_Dirty Private_Clean Private_Dirty Referenced Swap KernelPageSize MMUPageSize',
    ),
  },
  {
    kernel: '4.4',
    counters: lines(
      'Size Rss Pss Shared_Clean Shared_Dirty Private_Clean Private_Dirty Referenced Anonymous AnonHugePages Shared_Hugetlb Private_Hugetlb Swap SwapPss KernelPageSize MMUPageSize Locked',
    ),
    vmFlags: FLAGS,
  },
  {
    kernel: '5.4',
    counters: [
      ...lines(
        'Size KernelPageSize MMUPageSize Rss Pss Shared_Clean Shared_Dirty Private_Clean Private_Dirty Referenced Anonymous LazyFree AnonHugePages ShmemPmdMapped',
      ),
      ...lines('FilePmdMapped', 15),
      ...lines('Shared_Hugetlb Private_Hugetlb Swap SwapPss Locked'),
      ['THPeligible', '\t\t', '', 0],
      ['ProtectionKey', '  ', '', 8],
    ],
    vmFlags: [...FLAGS, 'wf', 'dw', 'um', 'uw', '??'],
  },
  {
    kernel: '6.12',
    counters: [
      ...lines(
        'Size KernelPageSize MMUPageSize Rss Pss Pss_Dirty Shared_Clean Shared_Dirty Private_Clean Private_Dirty Referenced Anonymous KSM LazyFree AnonHugePages ShmemPmdMapped FilePmdMapped Shared_Hugetlb Private_Hugetlb Swap SwapPss Locked',
      ),
      ['THPeligible', '    ', '', 8],
      ['ProtectionKey', '  ', '', 8],
    ],
    vmFlags: [...FLAGS, 'wf', 'lf', 'sl', 'dp', 'ss'],
  },
]

/** Lines whose labels are padded to `column`; `Private_Hugetlb:` alone is too long for it, and its number is narrower. */
function lines(labels: string, column = 16): readonly CounterLine[] {
  return labels.split(' ').map((label) => {
    const before = ' '.repeat(Math.max(1, column - label.length - 1))
    return [label, before, ' kB', label === 'Private_Hugetlb' ? 7 : 8]
  })
}
