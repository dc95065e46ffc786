import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = 'docs/operation'
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const documents = readdirSync(folder).filter(name => name.endsWith('.md'))
const templates = documents.filter(name => name !== 'README.md')

/** Where the links of a document lead within the repository, without the place in the page. */
const linksOf = (name: string) =>
  [...read(name).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) =>
    target.startsWith('https://') ? [] : [target],
  )

/** How a heading is called in an address. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

describe('the documents for operators', () => {
  it('are all named by the first of them', () => {
    expect(templates.length).toBeGreaterThan(5)
    expect(linksOf('README.md')).toEqual(expect.arrayContaining(templates))
  })

  it.each(documents)('lead only to files and headings that are there: %s', name => {
    const links = linksOf(name)
    expect(links.length).toBeGreaterThan(0)
    const lost = links.filter(link => {
      const [path = '', anchor] = link.split('#')
      const file = path === '' ? join(folder, name) : join(folder, path)
      if (!existsSync(file)) return true
      if (anchor === undefined) return false
      const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)]
      return !headings.some(([, heading = '']) => anchorOf(heading) === anchor)
    })
    expect(lost).toEqual([])
  })

  it.each(templates)('prove what they say of the software by files that are there: %s', name => {
    const named = [...read(name).matchAll(/`((?:src|tests|flows|catalogue)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    )
    expect(named.filter(path => !existsSync(path))).toEqual([])
  })
})

describe('a template', () => {
  const citesLaw = /§\s?\d|Art\. \d/

  it.each(templates.filter(name => citesLaw.test(read(name))))(
    'that cites law says of which day it is: %s',
    name => {
      expect(read(name)).toMatch(/^Stand: \d{4}-\d{2}-\d{2}\b/m)
    },
  )

  it.each(templates)('says in English what it is, and leaves blanks to fill in: %s', name => {
    expect(read(name)).toMatch(/^\*In English: /m)
    expect(read(name)).toMatch(/`\[[^\]\n]+\]`/)
  })

  it.each(templates)('leads to pages of the law, of authorities and of makers alone: %s', name => {
    const official =
      /^https:\/\/(www\.gesetze-im-internet\.de|www\.rv\.hessenrecht\.hessen\.de|eur-lex\.europa\.eu|lbit\.hessen\.de|datenschutz\.hessen\.de|docs\.nginx\.com|caddyserver\.com)(\/|$)/
    const addresses = [...read(name).matchAll(/(?:\]\(|<)(https:\/\/[^)>\s]+)/g)].map(
      ([, address = '']) => address,
    )
    expect(addresses.filter(address => !official.test(address))).toEqual([])
  })
})

/** The lines of a configuration without its comments. */
const linesOf = (name: string) =>
  read(name)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))

describe('the example for nginx', () => {
  const lines = linesOf('proxy/nginx.conf')
  /** What a log could say of a person. */
  const telling =
    /\$(remote_|binary_remote|realip|proxy_add|proxy_protocol|request\b|request_uri|request_body|uri\b|document_uri|arg|is_args|query_string|http_|cookie_|sent_http_|upstream_http_|host\b|ssl_client)/

  it('logs when, what kind of request, how it ended and how fast, and nothing of the person', () => {
    const format = /log_format (\w+) ([^;]+);/.exec(lines.join(' '))
    expect(format?.[2]).toContain('$status')
    expect(format?.[2]).not.toMatch(telling)
    const logs = lines.filter(line => line.startsWith('access_log'))
    expect(logs).toEqual([expect.stringMatching(new RegExp(` ${format?.[1]};$`))])
  })

  it('tells a telling variable from others', () => {
    const named = [
      'remote_addr',
      'request_uri',
      'request',
      'args',
      'query_string',
      'http_referer',
      'http_user_agent',
    ]
    for (const name of named) expect(`a $${name} b`).toMatch(telling)
    for (const name of ['request_method', 'request_time', 'status', 'upstream_status'])
      expect(`a $${name} b`).not.toMatch(telling)
  })

  it('writes no message about a request, for each would carry the address', () => {
    const http = lines.slice(lines.indexOf('http {'))
    expect(http.filter(line => line.startsWith('error_log'))).toEqual(['error_log /dev/null emerg;'])
  })

  it('hands the real address to the service, and none that a person sent', () => {
    expect(lines).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
    expect(lines).toContain('proxy_set_header Forwarded "";')
    expect(lines.join('\n')).not.toContain('proxy_add_x_forwarded_for')
  })

  it('lets sockets through, compresses nothing and keeps no answer on the disk', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'proxy_set_header Upgrade $http_upgrade;',
        'proxy_set_header Connection $connection_upgrade;',
        'proxy_http_version 1.1;',
        'gzip off;',
        'proxy_max_temp_file_size 0;',
      ]),
    )
    const size = (name: string) => Number(new RegExp(`^${name} (\\d+)k;$`, 'm').exec(lines.join('\n'))?.[1])
    // The service takes bodies of up to 32 KB.
    expect(size('client_max_body_size')).toBeGreaterThanOrEqual(32)
    expect(size('client_body_buffer_size')).toBeGreaterThanOrEqual(size('client_max_body_size'))
  })
})

describe('the example for Caddy', () => {
  const lines = linesOf('proxy/Caddyfile')

  it('takes out of its log whatever could tell of the person', () => {
    expect(lines).toContain('format filter {')
    expect(lines).toEqual(
      expect.arrayContaining(
        [
          'request',
          'request>remote_ip',
          'request>client_ip',
          'request>uri',
          'request>headers',
          'resp_headers',
        ].map(field => `${field} delete`),
      ),
    )
    expect(lines.filter(line => line.startsWith('log_append'))).toEqual([])
  })

  it('writes no message about a request beside it', () => {
    const general = lines.slice(lines.indexOf('log default {'), lines.indexOf('lotse.example {'))
    expect(general).toContain('exclude http')
  })

  it('asks for encryption and compresses nothing', () => {
    expect(lines.some(line => line.startsWith('header Strict-Transport-Security'))).toBe(true)
    expect(lines.filter(line => line.startsWith('encode'))).toEqual([])
  })
})
