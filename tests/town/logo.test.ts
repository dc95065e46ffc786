import { describe, expect, it } from 'vitest'
import { readLogoFrom } from '../../src/town/logo.ts'
import { exampleLogo } from '../support/towns.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const svg = (inside: string, attributes = '') =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`)

describe('a logo', () => {
  it('is a plain SVG, a PNG or a WebP', () => {
    expect(readLogoFrom(exampleLogo)).toMatchObject({ type: 'image/svg+xml' })
    expect(
      readLogoFrom(svg('<defs><path id="a" d="M0 0h1"/></defs><use href="#a"/><g fill="url(#a)"/>')),
    ).toMatchObject({
      ending: 'svg',
    })
    expect(
      readLogoFrom(bytes('<?xml version="1.0" encoding="UTF-8"?>\n<!-- a town -->\n<svg></svg>')),
    ).toMatchObject({
      ending: 'svg',
    })
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)
    expect(readLogoFrom(png)).toMatchObject({ type: 'image/png' })
    expect(readLogoFrom(bytes('RIFF....WEBPVP8 '))).toMatchObject({ type: 'image/webp' })
  })

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script of a namespace', svg('<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>')],
    ['an event attribute', svg('', ' onload="alert(1)"')],
    ['an event attribute on a line of its own', svg('', '\nonclick = "alert(1)"')],
    ['foreign content', svg('<foreignObject><p>a</p></foreignObject>')],
    ['an image from elsewhere', svg('<image href="https://elsewhere.example/a.png"/>')],
    ['an old reference to elsewhere', svg('<use xlink:href="//elsewhere.example/a.svg#b"/>')],
    ['a script as a reference', svg('<a href="javascript:alert(1)"><path/></a>')],
    ['a hidden reference', svg('<a href="&#106;avascript:alert(1)"><path/></a>')],
    ['a reference that an animation sets', svg('<a><animate attributeName="href" to="javascript:1"/></a>')],
    ['a font from elsewhere', svg('<style>@font-face{src:url(https://elsewhere.example/a)}</style>')],
    ['a style sheet from elsewhere', svg('<style>@import "https://elsewhere.example/a.css"</style>')],
    ['a style sheet before it', bytes('<?xml version="1.0"?><?xml-stylesheet href="a.css"?><svg></svg>')],
    ['entities', bytes('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>')],
    ['another encoding', bytes('<?xml version="1.0" encoding="UTF-7"?><svg></svg>')],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x73, 0)],
    ['a page', bytes('<!doctype html><svg></svg>')],
    ['a GIF', bytes('GIF89a')],
    ['nothing', bytes('')],
  ])('is refused with %s', (_, file) => {
    expect(readLogoFrom(file)).toBeTypeOf('string')
  })
})
