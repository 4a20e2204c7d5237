const HEADER = '00400000-0048a000 r-xp 00000000 fd:03 960637                             /bin/bash\n'
const STACK = '7ffc4d6a2000-7ffc4d6c3000 rw-p 00000000 00:00 0                          [stack]\n'

/** A number, in kB, as the field of almost every line. */
const n = (value: number): string => `${String(value).padStart(8)} kB\n`

/** Two records as a kernel prints them, by its version; written from the format's history by hand, line by line. */
export const RECORDS: Readonly<Record<string, string>> = {
  '2.6.14': [HEADER, STACK]
    .map(
      (header) =>
        `${header}Size:          ${n(552)}Rss:           ${n(484)}Shared_Clean:  ${n(476)}` +
        `Shared_Dirty:  ${n(0)}Private_Clean: ${n(8)}Private_Dirty: ${n(0)}`,
    )
    .join(''),
  '2.6.32': [HEADER, STACK]
    .map(
      (header) =>
        `${header}Size:           ${n(552)}Rss:            ${n(484)}Pss:            ${n(123)}` +
        `Shared_Clean:   ${n(476)}Shared_Dirty:   ${n(0)}Private_Clean:  ${n(8)}Private_Dirty:  ${n(0)}` +
        `Referenced:     ${n(484)}Swap:           ${n(0)}KernelPageSize: ${n(4)}MMUPageSize:    ${n(4)}`,
    )
    .join(''),
  '3.10': [HEADER, STACK]
    .map(
      (header, i) =>
        `${header}Size:           ${n(552)}Rss:            ${n(484)}Pss:            ${n(123)}` +
        `Shared_Clean:   ${n(476)}Shared_Dirty:   ${n(0)}Private_Clean:  ${n(8)}Private_Dirty:  ${n(0)}` +
        `Referenced:     ${n(484)}Anonymous:      ${n(0)}AnonHugePages:  ${n(0)}Swap:           ${n(0)}` +
        `KernelPageSize: ${n(4)}MMUPageSize:    ${n(4)}Locked:         ${n(0)}` +
        (i === 0 ? `Nonlinear:      ${n(16)}VmFlags: rd ex mr mw me dw nl \n` : 'VmFlags: rd wr mr mw me gd ac \n'),
    )
    .join(''),
  '4.4': [HEADER, STACK]
    .map(
      (header) =>
        `${header}Size:           ${n(552)}Rss:            ${n(484)}Pss:            ${n(123)}` +
        `Shared_Clean:   ${n(476)}Shared_Dirty:   ${n(0)}Private_Clean:  ${n(8)}Private_Dirty:  ${n(0)}` +
        `Referenced:     ${n(484)}Anonymous:      ${n(0)}AnonHugePages:  ${n(0)}Shared_Hugetlb: ${n(0)}` +
        `Private_Hugetlb:       0 kB\nSwap:           ${n(0)}SwapPss:        ${n(0)}` +
        `KernelPageSize: ${n(4)}MMUPageSize:    ${n(4)}Locked:         ${n(0)}VmFlags: rd ex mr mw me dw ?? \n`,
    )
    .join(''),
  '4.14': [HEADER, STACK]
    .map(
      (header) =>
        `${header}Size:           ${n(552)}KernelPageSize: ${n(4)}MMUPageSize:    ${n(4)}Rss:            ${n(484)}` +
        `Pss:            ${n(123)}Shared_Clean:   ${n(476)}Shared_Dirty:   ${n(0)}Private_Clean:  ${n(8)}` +
        `Private_Dirty:  ${n(0)}Referenced:     ${n(484)}Anonymous:      ${n(0)}LazyFree:       ${n(0)}` +
        `AnonHugePages:  ${n(0)}ShmemPmdMapped: ${n(0)}Shared_Hugetlb: ${n(0)}Private_Hugetlb:       0 kB\n` +
        `Swap:           ${n(0)}SwapPss:        ${n(0)}Locked:         ${n(0)}` +
        'ProtectionKey:         0\nVmFlags: rd ex mr mw me dw wf sd \n',
    )
    .join(''),
  '5.4': [HEADER, STACK]
    .map(
      (header) =>
        `${header}Size:           ${n(552)}KernelPageSize: ${n(4)}MMUPageSize:    ${n(4)}Rss:            ${n(484)}` +
        `Pss:            ${n(123)}Shared_Clean:   ${n(476)}Shared_Dirty:   ${n(0)}Private_Clean:  ${n(8)}` +
        `Private_Dirty:  ${n(0)}Referenced:     ${n(484)}Anonymous:      ${n(0)}LazyFree:       ${n(0)}` +
        `AnonHugePages:  ${n(0)}ShmemPmdMapped: ${n(0)}FilePmdMapped: ${n(0)}Shared_Hugetlb: ${n(0)}` +
        `Private_Hugetlb:       0 kB\nSwap:           ${n(0)}SwapPss:        ${n(0)}Locked:         ${n(0)}` +
        'THPeligible:\t\t1\nVmFlags: \n',
    )
    .join(''),
  '6.0': [HEADER, STACK]
    .map(
      (header) =>
        `${header}Size:           ${n(552)}KernelPageSize: ${n(4)}MMUPageSize:    ${n(4)}Rss:            ${n(484)}` +
        `Pss:            ${n(123)}Pss_Dirty:      ${n(7)}Shared_Clean:   ${n(476)}Shared_Dirty:   ${n(0)}` +
        `Private_Clean:  ${n(8)}Private_Dirty:  ${n(0)}Referenced:     ${n(484)}Anonymous:      ${n(0)}` +
        `LazyFree:       ${n(0)}AnonHugePages:  ${n(0)}ShmemPmdMapped: ${n(0)}FilePmdMapped:  ${n(0)}` +
        `Shared_Hugetlb: ${n(0)}Private_Hugetlb:       0 kB\nSwap:           ${n(0)}SwapPss:        ${n(0)}` +
        `Locked:         ${n(0)}THPeligible:    1\nVmFlags: rd ex mr mw me sd \n`,
    )
    .join(''),
  '6.6': [HEADER, STACK]
    .map(
      (header) =>
        `${header}Size:           ${n(1234567890)}KernelPageSize: ${n(4)}MMUPageSize:    ${n(4)}Rss:            ${n(484)}` +
        `Pss:            ${n(123)}Pss_Dirty:      ${n(7)}Shared_Clean:   ${n(476)}Shared_Dirty:   ${n(0)}` +
        `Private_Clean:  ${n(8)}Private_Dirty:  ${n(0)}Referenced:     ${n(484)}Anonymous:      ${n(0)}` +
        `KSM:            ${n(5)}LazyFree:       ${n(0)}AnonHugePages:  ${n(0)}ShmemPmdMapped: ${n(0)}` +
        `FilePmdMapped:  ${n(0)}Shared_Hugetlb: ${n(0)}Private_Hugetlb: 12345678 kB\nSwap:           ${n(0)}` +
        `SwapPss:        ${n(0)}Locked:         ${n(0)}THPeligible:           1\n` +
        'ProtectionKey:         0\nVmFlags: rd ex mr mw me sd \n',
    )
    .join(''),
}

/** The one record of smaps_rollup of Linux 6.12. */
export const ROLLUP: string =
  '563d005a3000-7ffded6d8000 ---p 00000000 00:00 0                          [rollup]\n' +
  `Rss:            ${n(7824)}Pss:            ${n(5341)}Pss_Dirty:      ${n(5339)}Pss_Anon:       ${n(2712)}` +
  `Pss_File:       ${n(1)}Pss_Shmem:      ${n(2627)}Shared_Clean:   ${n(8)}Shared_Dirty:   ${n(4368)}` +
  `Private_Clean:  ${n(0)}Private_Dirty:  ${n(3448)}Referenced:     ${n(7824)}Anonymous:      ${n(2712)}` +
  `KSM:            ${n(0)}LazyFree:       ${n(0)}AnonHugePages:  ${n(0)}ShmemPmdMapped: ${n(0)}` +
  `FilePmdMapped:  ${n(0)}Shared_Hugetlb: ${n(0)}Private_Hugetlb:       0 kB\nSwap:           ${n(0)}` +
  `SwapPss:        ${n(0)}Locked:         ${n(0)}`
