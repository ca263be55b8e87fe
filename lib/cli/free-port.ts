import { type AddressInfo, createServer } from 'node:net'
import { Failure } from './exit'

/** Makes sure that a port can be listened on; 0 finds one that can. */
export function freePort(host: string, port: number): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => failed(new Failure(explain(error, host, port))))
    probe.listen(port, host, () => {
      const { port: found } = probe.address() as AddressInfo // it listens on a port, not on a path
      probe.close(() => done(found))
    })
  })
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use already. Stop what uses it, or set PORT to another one, such as PORT=${port + 1}.`
  if (error.code === 'EACCES') return `Port ${port} needs more rights than this user has. Set PORT to one above 1023.`
  return `HOST ${host} cannot be listened on: ${error.message}. Set HOST to an address of this machine, such as 127.0.0.1.`
}
