import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../src/server/config.ts'

/** What is wrong with an environment, in words. */
function faultOf(environment: { readonly [name: string]: string }): string {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return ''
}

describe('a configuration', () => {
  it('starts on port 3000 of this machine alone, with a generous limit, when nothing is set', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      rateLimit: 1200,
      trustProxy: false,
      publicUrl: undefined,
      secret: undefined,
      previousSecret: undefined,
      embedOrigins: ['*'],
      languages: undefined,
      database: { file: 'data/hessenlotse.db' },
      logLevel: 'info',
    })
  })

  it('takes what the operator sets', () => {
    expect(
      readConfig({
        PORT: '8080',
        HOST: '::',
        RATE_LIMIT: '0',
        TRUST_PROXY: '10.0.0.0/8',
        PUBLIC_URL: 'https://lotse.example',
        SECRET: 'sixteen letters.',
        SECRET_PREVIOUS: 'sixteen letters!',
        EMBED_ORIGINS: 'https://a.example, https://b.example',
        LOG_LEVEL: 'debug',
        DATABASE_URL: 'postgres://user:secret@db.example/hessenlotse',
        HOME: '/root',
      }),
    ).toEqual({
      port: 8080,
      host: '::',
      rateLimit: 0,
      trustProxy: '10.0.0.0/8',
      publicUrl: 'https://lotse.example',
      secret: 'sixteen letters.',
      previousSecret: 'sixteen letters!',
      embedOrigins: ['https://a.example', 'https://b.example'],
      database: { url: 'postgres://user:secret@db.example/hessenlotse' },
      logLevel: 'debug',
    })
  })

  it('counts an empty variable as absent', () => {
    const names = ['PORT', 'HOST', 'RATE_LIMIT', 'TRUST_PROXY', 'PUBLIC_URL', 'SECRET', 'SECRET_PREVIOUS']
    const empty = Object.fromEntries([...names, 'EMBED_ORIGINS', 'LOG_LEVEL'].map(name => [name, '']))
    expect(readConfig(empty)).toEqual(readConfig({}))
  })

  it('takes every port there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65_535 }), port => {
        expect(readConfig({ PORT: String(port) }).port).toBe(port)
      }),
    )
  })

  it('keeps the public address without a slash at its end', () => {
    expect(readConfig({ PUBLIC_URL: 'https://lotse.example/' }).publicUrl).toBe('https://lotse.example')
    expect(readConfig({ PUBLIC_URL: 'http://lotse.example//' }).publicUrl).toBe('http://lotse.example')
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['RATE_LIMIT', 'many'],
    ['RATE_LIMIT', '-1'],
    ['RATE_LIMIT', '0.5'],
    ['TRUST_PROXY', 'my proxy'],
    ['TRUST_PROXY', '300.1.1.1'],
    ['PUBLIC_URL', 'lotse.example'],
    ['PUBLIC_URL', 'ftp://lotse.example'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['SECRET', 'fifteen letters'],
    ['SECRET_PREVIOUS', 'fifteen letters'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s where it is %s', (name, value) => {
    expect(faultOf({ [name]: value }).split(':')[0]).toBe(name)
  })

  it('names every variable that is at fault at once', () => {
    const fault = faultOf({ PORT: 'http', RATE_LIMIT: 'many', LOG_LEVEL: 'loud', HOST: '127.0.0.1' })
    expect(fault.split('\n').map(line => line.split(':')[0])).toEqual(['PORT', 'RATE_LIMIT', 'LOG_LEVEL'])
  })

  it('never repeats a secret', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^#[a-z]{6,13}#$/), secret => {
        const fault = faultOf({ SECRET: secret, SECRET_PREVIOUS: secret })
        expect(fault).toContain('SECRET')
        expect(fault).not.toContain(secret)
      }),
    )
  })
})

describe('the proxies that are trusted', () => {
  it('are none when it says so', () => {
    expect(readConfig({ TRUST_PROXY: 'false' }).trustProxy).toBe(false)
  })

  it('are as many hops as a number says', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.nat(12), fc.ipV4(), (hops, hop, address) => {
        const { trustProxy } = readConfig({ TRUST_PROXY: String(hops) })
        if (typeof trustProxy !== 'function') throw new Error('a number of hops is no list of addresses')
        expect(trustProxy(address, hop)).toBe(hop < hops)
      }),
    )
  })
})
