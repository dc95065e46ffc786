import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** Builds the server and everything that a browser loads, into `dist/`. */
const out = 'dist'
const publicFolder = join(out, 'public')
rmSync(out, { recursive: true, force: true })
mkdirSync(publicFolder, { recursive: true })

await build({
  entryPoints: ['src/server/start.ts'],
  outfile: join(out, 'server.js'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})

/** A browser file, bundled and minified for phones of some years ago. */
async function bundle(entry: string, format: 'iife' | 'esm'): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: ['es2020', 'safari14', 'chrome87', 'firefox78'],
    // Safari 14 stumbles over rare patterns of destructuring alone, none of which is used.
    supported: { destructuring: true },
    legalComments: 'none',
    logLevel: 'warning',
  })
  return result.outputFiles[0]?.text ?? ''
}

/** Writes a file with its compressed forms and gives its name. */
function publish(name: string, content: string): string {
  const bytes = Buffer.from(content)
  writeFileSync(join(publicFolder, name), bytes)
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  writeFileSync(join(publicFolder, `${name}.br`), brotli)
  writeFileSync(join(publicFolder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  console.log(`${name.padEnd(24)} ${String(bytes.length).padStart(7)} bytes, ${brotli.length} with brotli`)
  return name
}

/** A name that changes with the content, so that the file may be kept for a year. */
const hashed = (name: string, ending: string, content: string): string =>
  `/assets/${publish(`${name}-${createHash('sha256').update(content).digest('hex').slice(0, 10)}.${ending}`, content)}`

const icons = readFileSync('widget/icons.svg', 'utf8').replace(/\n\s*/g, '')
const manifest = {
  app: hashed('app', 'js', await bundle('widget/app/main.ts', 'esm')),
  style: hashed('style', 'css', await bundle('widget/style.css', 'esm')),
  icons: hashed('icons', 'svg', icons),
}
publish('widget.js', await bundle('widget/loader/register.ts', 'iife'))
publish('favicon.svg', readFileSync('widget/favicon.svg', 'utf8'))
writeFileSync(join(publicFolder, 'manifest.json'), JSON.stringify(manifest))
