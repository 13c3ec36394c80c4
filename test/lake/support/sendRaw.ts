import {connect, type Socket} from 'node:net'

/** How a client leaves: it ends its side, closes, or resets the connection. */
export type Leaving = 'end' | 'close' | 'reset'

/**
 * Sends bytes to a port, waits for the first bytes of a response, or a moment for none, and leaves.
 *
 * @returns what was received, as latin1
 */
export async function sendRaw(port: number, bytes: Buffer, leaving: Leaving): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.on('data', (chunk) => (received += chunk.toString('latin1')))
  // A reset by the server is one of its answers.
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.once('connect', () => {
    socket.write(bytes)
    if (leaving === 'reset') setTimeout(() => socket.resetAndDestroy(), 5)
  })
  await Promise.race([closed, firstBytes(socket)])
  if (leaving === 'end') socket.end()
  else socket.destroy()
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 50))])
  socket.destroy()
  return received
}

function firstBytes(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('data', () => setImmediate(resolve))
    setTimeout(resolve, 50)
  })
}
