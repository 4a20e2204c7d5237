/** The rules by which pmap's rows differ from the kernel's mappings, each with a sentence for people. */
export const PMAP_REASONS = {
  'basename-only': 'pmap -p shows the whole path',
  'brackets-as-anon': 'names without a slash, such as [heap] and [vdso], print as [ anon ]',
  'cut-before-bracket': 'pmap -k shows a name from its first bracket on',
  'stack-guessed': 'pmap takes the mapping that holds start_stack for the stack, whatever the kernel calls it',
  'sysv-as-shmid': 'System V shared memory prints as its id',
  'sysv-elsewhere':
    'only System V segments on the kernel’s own shared memory device print as their id; huge pages do not',
  'bytes-as-question-marks': 'bytes that are not printable print as ?',
  'long-line-split': 'pmap reads 1,023 bytes of a line, and takes the rest for a mapping',
  'blank-cuts-name': 'busybox up to 1.37 and SUSE’s pmap end a name at its first blank, and so leave out (deleted)',
  'empty-not-listed': 'busybox leaves out mappings of less than a kilobyte',
  'two-namings':
    'two programs shorten names and make them up each in its own way; they are held together by what both keep',
  'translated-name': '[ anon ] and [ stack ] are words of the language that pmap was told to speak',
  'row-at-swap': 'pmap -x prints a row when it meets Swap, which kernels before 2.6.26 do not print',
  'outside-range': 'pmap -A shows the mappings of a range alone',
  'name-cut': 'pmap -X reads 127 bytes of a name',
  'flags-cut': 'pmap -XX stops reading VmFlags at the first code that is not two letters, and at byte 127',
  'guard-page': 'kernels 2.6.36 to 4.12 hide the stack’s guard page from the range but count it in Size',
} as const

/** The stable name of a rule of pmap. */
export type PmapReason = keyof typeof PMAP_REASONS
