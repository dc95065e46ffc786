import { WebSocketServer } from 'ws'

/** The yardstick: a raw ws server that sends back what it gets. */
const server = new WebSocketServer({
  port: Number(process.env.PORT),
  host: '127.0.0.1',
  perMessageDeflate: false,
})
server.on('connection', socket => {
  socket.on('message', data => socket.send(data.toString()))
})
server.on('listening', () => console.log('listening'))
process.on('SIGTERM', () => process.exit(0))
