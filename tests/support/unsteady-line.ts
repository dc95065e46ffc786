import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to a service that can break, stay broken, or refuse WebSockets as some networks do. */
export interface UnsteadyLine {
  readonly url: string
  /** Breaks every connection; new ones are taken. */
  readonly breakOff: () => void
  /** Breaks instead of carrying what is said next, to the service or from it. */
  readonly breakOnNext: (way: 'there' | 'back') => void
  /** How often it broke instead of carrying something. */
  readonly breaks: () => number
  /** From now on every connection is refused. */
  readonly goDown: () => void
  /** Connections are taken again, and lead to this port. */
  readonly comeBack: (port: number) => void
  /** WebSockets refused so far. */
  readonly refusals: () => number
  readonly close: () => Promise<void>
}

/** Lays a line to the service on a port of this machine. */
export async function layLine(port: number, { refuseSockets = false } = {}): Promise<UnsteadyLine> {
  let target: number | undefined = port
  let refusals = 0
  let breaks = 0
  let breaksOn: 'there' | 'back' | undefined
  const open = new Set<Socket>()
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    // A line that breaks is what is tested.
    socket.on('error', () => socket.destroy())
  }
  const breakOff = () => {
    for (const socket of open) socket.resetAndDestroy()
  }
  /** Carries bytes on, or breaks where it was told to. */
  const carry = (bytes: Buffer, to: Socket, way: 'there' | 'back') => {
    if (breaksOn !== way) return void to.write(bytes)
    breaksOn = undefined
    breaks++
    breakOff()
  }
  const server = createServer(near => {
    keep(near)
    if (target === undefined) return void near.resetAndDestroy()
    const far = connect(target, '127.0.0.1')
    keep(far)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.on('data', bytes => {
      if (refuseSockets && /^GET \/ws /.test(bytes.toString('latin1'))) {
        refusals++
        near.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      } else carry(bytes, far, 'there')
    })
    far.on('data', bytes => carry(bytes, near, 'back'))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    breakOff,
    breakOnNext(way) {
      breaksOn = way
    },
    breaks: () => breaks,
    goDown() {
      target = undefined
      breakOff()
    },
    comeBack(next) {
      target = next
    },
    refusals: () => refusals,
    close() {
      breakOff()
      return new Promise(done => server.close(() => done()))
    },
  }
}
