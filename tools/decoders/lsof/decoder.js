import { buffer } from 'node:stream/consumers'
import { decode, regionsOf } from '../bound.js'

const argv = (pid) => ['lsof', '-nPw', '-F0', '-a', '-p', pid, '-d', 'mem,DEL']
const LETTERS = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '\\': '\\' }

/** The bytes behind lsof's backslashes. Its `^A` stays: a name may have those two characters. */
const bytesOf = (name) =>
  Buffer.from(
    Buffer.from(name)
      .toString('latin1')
      .replace(
        /\\(?:([bfnrt\\])|x([0-9a-f]{2}))/g,
        (_, letter, hex) => LETTERS[letter] ?? String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    'latin1',
  )

/** What a row says of the text; DEL is lsof's word for the end of the name that it took away. */
const regionOf = ({ device, inode, pathname, file }) => {
  const bytes = bytesOf(file?.descriptor === 'DEL' ? `${pathname} (deleted)` : pathname)
  const text = bytes.toString()
  const isText = Buffer.from(text).equals(bytes)
  return { device, inode, pathname: text, ...(isText ? {} : { pathnameBase64: bytes.toString('base64') }) }
}

decode(async () => (await regionsOf(await buffer(process.stdin), 'lsof:fields0', argv)).map(regionOf))
