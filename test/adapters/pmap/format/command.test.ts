import { describe, expect, test } from 'vitest'
import { busyboxCommand, procpsCommand, toyboxCommand } from '../../../../adapters/pmap/format/command.js'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0))
const text = (value: Uint8Array): string => new TextDecoder('latin1').decode(value)
const procps = (cmdline: string, version: string, locale: 'C' | 'UTF-8' = 'C'): string =>
  text(procpsCommand({ cmdline: bytes(cmdline) }, version, locale))

describe('the command on the first line', () => {
  test('procps escapes by version and locale', () => {
    expect(procps('esc\x1bx\0', '4.0.2')).toBe('esc.x')
    expect(procps('esc\x1bx\0', '4.0.7')).toBe('esc?x')
    expect(procps('esc\x1bx\0', '4.0.2', 'UTF-8')).toBe('esc?x')
    expect(procps('\xc3\xa9\xff\x1b\xc3\xa9\0', '4.0.2', 'UTF-8')).toBe('\xc3\xa9?.??')
    expect(procps('\xc3\xa9\xff\x1b\xc3\xa9\0', '4.0.4', 'UTF-8')).toBe('\xc3\xa9??\xc3\xa9')
  })

  test('procps joins arguments, and cuts them', () => {
    expect(procps('a\0\0b\nc\0', '4.0.2')).toBe('a  b c')
    expect(procps('x'.repeat(600), '3.3.17')).toHaveLength(511)
    expect(procps('x'.repeat(140_000), '4.0.2')).toHaveLength(131_071)
  })

  test('procps takes the short name where there are no arguments', () => {
    const gone = { comm: bytes('gone'), state: 'Z' }
    expect(text(procpsCommand(gone, '4.0.2', 'C'))).toBe('[gone] <defunct>')
    expect(text(procpsCommand(gone, '3.3.17', 'C'))).toBe('[gone]')
    expect(text(procpsCommand({ ...gone, state: 'I' }, '4.0.2', 'C'))).toBe('[gone]')
  })

  test('procps marks arguments that are all empty', () => {
    expect(procps('\0\0', '3.3.17')).toBe(' ')
    expect(procps('\0\0', '4.0.4')).toBe('?')
    expect(procps('\0', '4.0.7')).toBe('-')
  })

  test('busybox and toybox', () => {
    expect(text(busyboxCommand({ cmdline: bytes('a\x01\0b\0') }, true))).toBe('a  b')
    expect(text(busyboxCommand({ cmdline: bytes('a\x01\0b\0') }, false))).toBe('a? b')
    expect(text(busyboxCommand({}, false))).toBe('[?]')
    expect(text(toyboxCommand({ cmdline: bytes('a\0b\0') }))).toBe('a')
  })
})
