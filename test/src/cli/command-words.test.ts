import { expect, test } from 'vitest'
import { commandWords } from '../../../src/cli/command-words.js'

test.each([
  ['python3 decode.py', ['python3', 'decode.py']],
  ['  ./decode\t--all ', ['./decode', '--all']],
  ["python3 '/my parser/decode.py'", ['python3', '/my parser/decode.py']],
  ['python3 "/my parser/decode.py" -v', ['python3', '/my parser/decode.py', '-v']],
  ['/my\\ parser/decode --of="a b"c', ['/my parser/decode', '--of=a bc']],
  ['sh -c \'cat "$1" | ./x\' _', ['sh', '-c', 'cat "$1" | ./x', '_']],
  ['echo [{\\"start\\":0}] "\\"" \'\\\'', ['echo', '[{"start":0}]', '"', '\\']],
  ['run \'\' ""', ['run', '', '']],
  ['.\\decode.exe a\\\\b', ['.\\decode.exe', 'a\\b']],
  ['', []],
])('%s', (text, words) => {
  expect(commandWords(text)).toEqual(words)
})

test.each(["./decode 'a b", 'x "', 'x "a\\"'])('a quote that is not closed is told of: %s', (text) => {
  expect(() => commandWords(text)).toThrow('is not closed')
})
