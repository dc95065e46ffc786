import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from 'playwright-core'

/** A town's own site, which embeds the widget. */
export interface HostPage {
  readonly address: string
  readonly close: () => Promise<void>
}

/** Serves one page from an origin of its own: another name and another port than the service's. */
export async function serveHostPage(html: string): Promise<HostPage> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.statusCode = request.url === '/' ? 200 : 404
    response.end(request.url === '/' ? html : '')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://localhost:${port}/`,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** A small page of a town with the given lines in its body. */
export const townPage = (service: string, body: string, head = ''): string => `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Stadt</title>${head}</head>
<body><h1>Stadt</h1>${body}<script src="${service}/widget.js" async></script></body></html>`

/** The frame inside an element of the page, once it has loaded. */
export async function widgetFrame(page: Page, element = 'hessen-lotse'): Promise<Frame> {
  const frame = await (await page.locator(`${element} iframe`).elementHandle())?.contentFrame()
  if (!frame) throw new Error(`${element} has no frame`)
  await frame.waitForURL(/\/frame\/\w+\//)
  return frame
}
