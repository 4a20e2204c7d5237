import { expect, test } from 'vitest'
import { undoAtEnd } from '../../../src/capture/undo.js'

test('undoes once', () => {
  const done: string[] = []
  const undo = undoAtEnd(() => done.push('undone'))
  undo.now()
  undo.now()
  expect(done).toEqual(['undone'])
})

test('forgets', () => {
  const done: string[] = []
  const undo = undoAtEnd(() => done.push('undone'))
  undo.forget()
  undo.now()
  expect(done).toEqual([])
})

test('a signal undoes the last first, one that fails does not keep the others, and other listeners are heard', () => {
  const done: string[] = []
  const listener = (): void => void done.push('heard')
  process.on('SIGHUP', listener)
  undoAtEnd(() => done.push('first'))
  undoAtEnd(() => {
    throw new Error('expected')
  })
  undoAtEnd(() => done.push('last'))
  process.emit('SIGHUP', 'SIGHUP')
  process.off('SIGHUP', listener)
  expect(done).toEqual(['heard', 'last', 'first'])
  expect(process.listenerCount('SIGHUP')).toBe(0)
})
