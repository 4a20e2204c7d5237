import { describe, expect, test } from 'vitest'
import { lsofImitation } from '../../../../adapters/lsof/call/imitation.js'
import type { Answer } from '../../../../src/adapter.js'

function answer(line: string, version = '4.95.0'): { readonly lines: readonly string[]; readonly exit: number } {
  const run = { words: line.split(' '), version, locale: 'C' as const }
  const { stdout, stderr, exit } = lsofImitation.plan(run) as Answer
  expect([...stdout]).toEqual([])
  return { lines: Buffer.from(stderr).toString().split('\n'), exit }
}

// As lsof 4.93.2, 4.95.0 and 4.99.4 print it.
describe('what lsof says before it looks at any process', () => {
  test.each([
    ['-p x', 'lsof: illegal process ID: x'],
    ['-p 1,^1', 'lsof: PID 1 has been included and excluded.'],
    ['-gx', 'lsof: illegal process group ID: x'],
    ['-d mem,^DEL', 'lsof: exclude in an include -d list: ^DEL'],
    ['-d ^mem,DEL', 'lsof: include in an exclude -d list: DEL'],
    ['-d 5-2', "lsof: -d FD range's low >= its high: 5-2"],
    ['-d', 'lsof: no file descriptor specified'],
    ['+c 16', 'lsof: +c 16 > what system provides (15)'],
    ['+c -a', 'lsof: +c not followed by width number'],
    ['-c -a', 'lsof: missing -c option value'],
    ['-c /x', "lsof: regexp doesn't end with '/': /x"],
    ['-Kx', 'lsof: -K not followed by i (but by x)'],
    ['-L3', 'lsof: no number may follow -L'],
    ['-Fq', 'lsof: unknown field: q'],
    ['+fc', 'lsof: unknown file struct option: c'],
    ['-os', 'lsof: -o and -s are mutually exclusive'],
    ['-F -t', 'lsof: -F and -t are mutually exclusive'],
    ['-x', 'lsof: -x must accompany +d or +D'],
    ['-q', 'lsof: illegal option character: q'],
    ['-e x', 'lsof: -e not followed by a file system path: "x"'],
    ['-D?', 'lsof: unsupported option: -D'],
    ['-a -n', 'lsof: no select options to AND via -a'],
  ])('%s: %s', (line, complaint) => {
    const { lines, exit } = answer(line)
    expect(lines.slice(0, 2)).toEqual([complaint, 'lsof 4.95.0'])
    expect(lines.at(-2)).toBe("Use the ``-h'' option to get more help information.")
    expect(exit).toBe(1)
  })

  test('every mistake in its order, and the usage once', () => {
    expect(answer('-q -p x -d 1-').lines.slice(0, 4)).toEqual([
      'lsof: illegal option character: q',
      'lsof: illegal process ID: x',
      "lsof: -d FD range's low >= its high: 1-",
      'lsof 4.95.0',
    ])
  })

  test('what depends on the version', () => {
    expect(answer('-H').lines[0]).toBe('lsof: illegal option character: H')
    expect(answer('-Q', '4.93.2').lines[0]).toBe('lsof: illegal option character: Q')
    expect(answer('-d mem,foo', '4.99.4').lines).toEqual(['lsof: invalid fd type given in -d option', ''])
    expect(() => answer('-q', '4.99.7')).toThrow('lsof: illegal option character: q')
  })

  test('-w keeps it quiet of a mistake', () => {
    expect(answer('-w -d mem,^x').lines[0]).toBe('lsof 4.95.0')
  })

  test('help, with the status of a success', () => {
    expect(answer('-h')).toMatchObject({ exit: 0 })
    expect(answer('-h').lines).toHaveLength(37)
    expect(answer('-F ?').lines[0]).toBe('lsof:\tID    field description')
    expect(answer('-F ? -q')).toMatchObject({ exit: 1 })
  })
})
