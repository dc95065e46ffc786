import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'

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

/** How browser files are made: bundled and minified for phones of some years ago. */
const forBrowsers = {
  bundle: true,
  minify: true,
  write: false,
  target: ['es2020', 'safari14', 'chrome87', 'firefox78'],
  // Safari 14 stumbles over rare patterns of destructuring alone, none of which is used.
  supported: { destructuring: true },
  // A field is a plain assignment: a helper for it would be a part of its own, one more way over a slow line.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions

/** A browser file that stands alone. */
async function bundle(entry: string, define: { readonly [name: string]: string } = {}): Promise<string> {
  const result = await build({ ...forBrowsers, entryPoints: [entry], format: 'iife', define })
  return result.outputFiles[0]?.text ?? ''
}

/** A style sheet, made small. */
async function sheet(entry: string): Promise<string> {
  const { outputFiles } = await build({ ...forBrowsers, entryPoints: [entry] })
  return outputFiles[0]?.text ?? ''
}

/** The page's script and the parts that it loads when they are used; gives the address of the script. */
async function publishApp(): Promise<string> {
  const { outputFiles } = await build({
    ...forBrowsers,
    entryPoints: { app: 'widget/app/main.ts' },
    format: 'esm',
    splitting: true,
    outdir: publicFolder,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[name]-[hash]',
  })
  const names = outputFiles.map(({ path, text }) => publish(basename(path), text))
  return `/assets/${names.find(name => name.startsWith('app-')) ?? ''}`
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
const loader = await bundle('widget/loader/register.ts')
const integrity = `sha384-${createHash('sha384').update(loader).digest('base64')}`
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const released = 'widget/loader/released'
const manifest = {
  app: await publishApp(),
  style: hashed('style', 'css', await sheet('widget/style.css')),
  desk: hashed('desk', 'css', await sheet('widget/desk.css')),
  icons: hashed('icons', 'svg', icons),
  loader: { path: `/widget-${version}.js`, integrity },
}
publish('widget.js', loader)
publish(`widget-${version}.js`, loader)
// Pages of towns name a version and its checksum for years: what was released once stays as it was.
for (const name of readdirSync(released).filter(
  name => name !== `widget-${version}.js` && name.endsWith('.js'),
))
  publish(name, readFileSync(join(released, name), 'utf8'))
publish('sw.js', await bundle('widget/worker/worker.ts', { VERSION: JSON.stringify(version) }))
publish('favicon.svg', readFileSync('widget/favicon.svg', 'utf8'))
for (const name of readdirSync('widget/icons'))
  copyFileSync(join('widget/icons', name), join(publicFolder, name))
writeFileSync(join(publicFolder, 'manifest.json'), JSON.stringify(manifest))
