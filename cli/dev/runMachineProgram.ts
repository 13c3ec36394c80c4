/**
 * Runs a program that is not a Node program, such as `hugo server`, and ends with it. `startProgram` starts this
 * file as it starts any Node program. So the program ends when the command that started it is killed.
 */
import {spawn} from 'node:child_process'

const [command = '', ...args] = process.argv.slice(2)
// Windows starts `npm` and other scripts through its shell only.
const child = spawn(command, args, {stdio: 'inherit', shell: process.platform === 'win32'})
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
child.on('exit', (code) => process.exit(code ?? 1))
