/** What a listing of lsof shows of the files that it lists. */
export interface LsofOptions {
  /** `-d`: descriptors listed, or left out with `^`; undefined without it. */
  readonly descriptors?: { readonly names: ReadonlySet<string>; readonly exclude: boolean }
  /** `-F`: the letters, sorted out; undefined without it, the usual ones where none was named. */
  readonly fields?: ReadonlySet<string>
  /** `-F0`: NUL behind each field. */
  readonly nul: boolean
  /** `-J` and `-j`. */
  readonly json?: 'document' | 'lines'
  /** `-t`: pids alone. */
  readonly terse: boolean
  /** `+c`: the most columns of COMMAND; 9 where nobody says, 0 for as many as it takes. */
  readonly commandWidth: number
  /** `-w` (and `-t`) turn warnings and notes off. */
  readonly warnings: boolean
  /** `-l`: numbers of users, not their names. */
  readonly numericUsers: boolean
  /** `-R`, `-g`, `+fg`, `+L`, `-K`: the columns PPID, PGID, FILE-FLAG, NLINK, and TID with TASKCMD. */
  readonly parents: boolean
  readonly groups: boolean
  readonly fileFlags: boolean
  readonly links: boolean
  readonly tasks: boolean
  /** `-s` and `-o`: sizes alone, or offsets alone. */
  readonly only?: 'size' | 'offset'
  /** `-X`: the tables of Internet sockets are not looked at. */
  readonly withoutInternet: boolean
  /** `-H`: sizes for people (since 4.98.0). */
  readonly human: boolean
}
