import type { Speech } from '../../i18n/speech.ts'

/** Public pages of a language, without the language: what search engines may show. */
export const publicPaths = (offers: readonly string[], topics: readonly string[]): readonly string[] => [
  '',
  'search',
  'topics',
  ...topics.map(topic => `topics/${topic}`),
  'offers',
  ...offers.map(id => `offers/${id}`),
  'offline',
  'privacy',
  'traces',
  'accessibility',
]

/** The sitemap: every public page in every language. */
export function sitemap(origin: string, languages: readonly string[], paths: readonly string[]): string {
  const urls = languages.flatMap(lang => paths.map(path => `<url><loc>${origin}/${lang}/${path}</loc></url>`))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('\n')}</urlset>\n`
}

/** Everything may be found but frames and the interface for programs. */
export const robots = (origin: string): string =>
  `User-agent: *\nDisallow: /frame/\nDisallow: /api/\nSitemap: ${origin}/sitemap.xml\n`

/** What a device needs to put the page among its programs, in a language. */
export function webManifest({ lang, dir, text }: Speech): object {
  return {
    id: '/',
    name: `${text('name')}: ${text('tagline')}`,
    short_name: text('name'),
    description: text('start.intro'),
    lang,
    dir,
    start_url: `/${lang}/`,
    scope: '/',
    display: 'standalone',
    background_color: '#faf7f1',
    theme_color: '#0b5563',
    icons: [
      { src: '/assets/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/assets/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/assets/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
