import { isIP } from 'node:net'
import { z } from 'zod'
import { readTokenHash, type TokenHash } from './operator/token-hash.ts'

/** Origins such as `https://www.example.org`, or `*`, parted by commas or blanks. */
const origins = z
  .string()
  .transform(text => text.split(/[\s,]+/).filter(part => part !== ''))
  .pipe(z.array(z.string().refine(isOrigin, 'must be origins such as https://www.example.org, or *')).min(1))

function isOrigin(text: string): boolean {
  return text === '*' || (URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, ''))
}

/** Names that stand for networks of one's own. */
const ownNetworks = ['loopback', 'linklocal', 'uniquelocal']

function isProxyList(text: string): boolean {
  if (text === 'false' || /^\d{1,2}$/.test(text)) return true
  return text.split(',').every(part => {
    const [address = '', prefix, ...rest] = part.trim().split('/')
    const version = isIP(address)
    if (ownNetworks.includes(part.trim())) return true
    const isPrefix =
      prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 6 ? 128 : 32))
    return version !== 0 && isPrefix && rest.length === 0
  })
}

/** What an operator sets by environment variables. */
const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Requests and frames a minute from one address; 0 for no limit. A whole shelter can sit behind one address. */
  RATE_LIMIT: z.coerce.number().int().min(0).default(1200),
  /** Proxies whose forwarded address counts: addresses or networks, or a number of hops. */
  TRUST_PROXY: z
    .string()
    .refine(isProxyList, 'must be addresses, networks such as 10.0.0.0/8, or a number')
    .optional(),
  /** The address that people see. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Languages that are spoken, by tag; German is always one of them. All that are there where none is named. */
  LANGUAGES: z
    .string()
    .regex(/^[\w-]+([\s,]+[\w-]+)*$/, 'must be language tags such as de, uk, ar')
    .transform(text => text.split(/[\s,]+/))
    .optional(),
  /** The key that seals answers; at least 16 characters. */
  SECRET: z.string().min(16).optional(),
  /** The key before it: what it sealed can still be opened. */
  SECRET_PREVIOUS: z.string().min(16).optional(),
  /** Origins that may embed the widget's frame; `*` for all. */
  EMBED_ORIGINS: origins.optional(),
  /** What the operator's token is told by; without it there is no operator's page. `npm run operator -- token` makes one. */
  OPERATOR_TOKEN_HASH: z
    .string()
    .transform((text, context) => {
      const hash = readTokenHash(text)
      if (hash) return hash
      context.addIssue({ code: 'custom', message: 'must be what `npm run operator -- token` prints' })
      return z.NEVER
    })
    .optional(),
  /** PostgreSQL, where several servers share what is stored. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The file of what is stored, where there is no DATABASE_URL; made at the first start. */
  DATABASE_FILE: z.string().min(1).default('data/hessenlotse.db'),
  /** The file of a town's own settings; `town.yaml` where it is there and no other is named. */
  TOWN_FILE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export interface Config {
  readonly port: number
  readonly host: string
  readonly rateLimit: number
  readonly trustProxy: string | false | ((address: string, hop: number) => boolean)
  readonly publicUrl: string | undefined
  readonly secret: string | undefined
  readonly previousSecret: string | undefined
  readonly embedOrigins: readonly string[]
  readonly languages: readonly string[] | undefined
  readonly operator: TokenHash | undefined
  readonly database: { readonly url: string } | { readonly file: string }
  readonly townFile: string | undefined
  readonly logLevel: string
}

/** What a town's file can set as well; the environment wins. */
interface TownSettings {
  readonly languages?: readonly string[]
  readonly sites?: readonly string[]
}

/** Thrown where the environment is not usable: names each variable and what it takes. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads the configuration from environment variables; empty ones count as absent. What they leave open a town can set. */
export function readConfig(
  environment: { readonly [name: string]: string | undefined },
  town: TownSettings = {},
): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(present)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
    )
  }
  const env = parsed.data
  return {
    port: env.PORT,
    host: env.HOST,
    rateLimit: env.RATE_LIMIT,
    trustProxy: trusted(env.TRUST_PROXY),
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
    secret: env.SECRET,
    previousSecret: env.SECRET_PREVIOUS,
    embedOrigins: env.EMBED_ORIGINS ?? town.sites ?? ['*'],
    languages: env.LANGUAGES ?? town.languages,
    operator: env.OPERATOR_TOKEN_HASH,
    database: env.DATABASE_URL === undefined ? { file: env.DATABASE_FILE } : { url: env.DATABASE_URL },
    townFile: env.TOWN_FILE,
    logLevel: env.LOG_LEVEL,
  }
}

function trusted(value: string | undefined): Config['trustProxy'] {
  if (value === undefined || value === 'false') return false
  // A number counts the proxies in front of the service.
  return /^\d+$/.test(value) ? (_, hop) => hop < Number(value) : value
}
