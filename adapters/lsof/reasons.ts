/** The rules by which lsof's rows differ from the kernel's mappings, each with a sentence for people. */
export const LSOF_REASONS = {
  'anonymous-not-listed': 'nothing behind them: device and inode are 0',
  'unnamed-not-listed': 'a line of maps without a name, or with the largest inode of 64 bits, gives no row',
  'one-row-per-inode': 'later mappings of a file already listed',
  'executable-is-txt': 'listed as txt, which -d mem leaves out',
  'deleted-is-del': 'unlinked files are listed as DEL, which -d mem leaves out',
  'not-selected': 'rows of this kind were not asked for with -d',
  'size-is-file-size': 'SIZE/OFF is the size of the file, not of the mapping',
  'special-file-device': 'DEVICE of a character or block special file is the device it stands for',
  'deleted-mark-dropped': 'the path leads to the mapped file again, so lsof drops “(deleted)”',
  'stat-failed': 'lsof could not look at the path, and appends why',
  'replaced-on-disk': 'the path leads to another file now; lsof appends which',
  'note-or-name': 'a name that ends as a note of lsof does cannot be told from one without a size beside it',
  'not-looked-at': 'lsof was told with -e not to look at files there',
  'not-permitted': 'lsof might not look at the process, and then lists nothing that is mapped',
  'descriptor-not-told': 'a row without a descriptor may be of an open file that is not mapped',
  'blanks-folded': 'the blanks of the listing were folded or lost on their way here, in its names too',
  'nfs-server': 'lsof puts the server and its path behind the name of a file on NFS',
  'tab-cuts-name': 'lsof takes a TAB in a name for the end of it',
  'long-name-cut': 'lsof reads 4,096 bytes of a line of maps',
  'name-escaped': 'lsof escapes backslashes, control bytes and what is not printable',
  'unsigned-char': 'where char is unsigned, as on ARM, lsof prints byte 0xff as ^?',
  'other-mount-namespace': 'the process lives in another mount namespace, where paths lead elsewhere',
  'command-hides-process':
    'lsof up to 4.99.6 leaves out a process whose command has a newline or an unbalanced bracket',
  'zombie-not-listed': 'lsof leaves out a process that has ended and whose parent has not asked for it yet',
  'name-cut': 'the other view read 127 bytes of the name',
  'basename-only': 'the other view knows only the last part of the path',
  'brackets-as-anon': 'the other view prints a name without a slash as [ anon ]',
  'bytes-as-question-marks': 'the other view prints ? for bytes of a name',
  'outside-range': 'pmap -A shows the mappings of a range alone',
} as const

/** The stable name of a rule of lsof. */
export type LsofReason = keyof typeof LSOF_REASONS
