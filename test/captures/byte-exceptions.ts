/** Texts of tools that are not made again byte for byte from what was captured beside them. */
export interface ByteException {
  /** What holding the bytes against each other gives as its cause. */
  readonly code: string
  /** Why nothing better can be had. */
  readonly cause: string
  /** Which texts, as `KERNEL-ARCH/PROCESS NAME`. */
  readonly texts: readonly RegExp[]
}

/** Every text that is excused: captures that cannot be made again, taken before it was known what lsof's bytes depend on. */
export const BYTE_EXCEPTIONS: readonly ByteException[] = [
  {
    code: 'drifted',
    cause: 'pmap ran between two readings of smaps, and shared pages of its libraries with the process meanwhile',
    texts: [
      /^(?:4\.4\.155|4\.19\.304|6\.12\.117-anonvma)-x86_64\/(?:full-dynamic|perl) pmap:XX?$/,
      /^6\.12\.107\+deb13-armmp-armv7l\/perl pmap:XX?$/,
      /^6\.12\.107\+deb13-amd64-x86_64\/(?:full-dynamic|perl) pmap\/capital-XX?[pq]?\.txt$/,
      /^6\.12\.107\+deb13-amd64-x86_64\/full-dynamic pmap:toybox-x$/,
    ],
  },
  {
    code: 'not-captured',
    cause: 'nobody asked which locks the process held, nor stat about every path',
    texts: [
      /^(?:4\.4\.155|4\.19\.304|6\.12\.117-anonvma)-x86_64\/(?:full-dynamic|names|threads) lsof\b/,
      /^6\.12\.107\+deb13-amd64-x86_64\/full-dynamic lsof(?::|\/mem)/,
      /^6\.12\.107\+deb13-armmp-armv7l\/full-static lsof(?::|\/mem)/,
    ],
  },
  {
    code: 'not-imitated',
    cause: 'lsof without -d lists open files, too, which are no memory',
    texts: [/^6\.12\.107\+deb13-.*\/full-\w+ lsof\/all-F\.txt$/],
  },
]
