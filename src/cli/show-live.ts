/** Runs `memmaps show PID`: the whole command line, which is bundled without what shows no live process. */
export { runProgram } from './run-program.js'
