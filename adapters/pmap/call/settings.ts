/** What a pmap's file of settings asks for, and what pmap says of its lines on stderr. */
export interface Settings {
  /** The columns to show beside the address, by their headings. */
  readonly fields: readonly string[]
  /** How often it says ShowPath, each of which turns -p around. */
  readonly showPaths: number
  readonly warnings: string
}

/** Characters of a line that pmap reads. */
const LINE = 1024

/** Characters of a field's name that it keeps. */
const NAME = 31

const FIELDS = '[Fields Display]'
const MAPPING = '[Mapping]'

/** What procps-ng 3.3.7 to 4.0.7 makes of a file of settings. */
export function readSettingsText(bytes: Uint8Array): Settings {
  const fields: string[] = []
  let showPaths = 0
  let warnings = ''
  let section = 'none'
  const lines = new TextDecoder('latin1').decode(bytes).split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (const [index, whole] of lines.entries()) {
    const warn = (what: string): void => {
      warnings += `pmap: ${what} - line ${index + 1}\n`
    }
    const wrong = (): void => warn('syntax error found in the config')
    if (whole.length >= LINE) warn('config line too long')
    const line = whole.slice(0, LINE).replace(/\0.*$/s, '')
    let text = line.replace(/^[ \t]+/, '')
    if (text === '' || text[0] === '#') continue
    if (text[0] === '[') {
      const end = text.indexOf(']')
      if (text.startsWith(FIELDS) || text.startsWith(MAPPING)) section = text.startsWith(FIELDS) ? FIELDS : MAPPING
      else if (end >= 0) {
        section = 'unsupported'
        warn('unsupported section found in the config')
      } else wrong()
      text = end < 0 ? '' : text.slice(end + 1).replace(/^[ \t]+/, '')
      if (text === '' || text[0] === '#') continue
      wrong()
    }
    if (section === 'unsupported') continue
    if (section === 'none') {
      wrong()
      continue
    }
    const [word = '', tail] = text.split(/[ \t]+/)
    if (tail !== undefined && tail !== '' && tail[0] !== '#') wrong()
    if (section === FIELDS) fields.push(word.slice(0, NAME))
    else if (word === 'ShowPath') showPaths += 1
  }
  return { fields, showPaths, warnings }
}

/** The file of settings that procps-ng 3.3.7 to 4.0.7 makes with -n and -N. */
export const NEW_SETTINGS = `# pmap's Config File

# All the entries are case sensitive.
# Unsupported entries are ignored!

[Fields Display]

# To enable a field uncomment its entry

#Perm
#Offset
#Device
#Inode
#Size
#Rss
#Pss
#Shared_Clean
#Shared_Dirty
#Private_Clean
#Private_Dirty
#Referenced
#Anonymous
#AnonHugePages
#Swap
#KernelPageSize
#MMUPageSize
#Locked
#VmFlags
#Mapping


[Mapping]

# to show paths in the mapping column uncomment the following line
#ShowPath

`
