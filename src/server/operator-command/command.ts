import { hashToken, newToken, writeTokenHash } from '../operator/token-hash.ts'

const usage = `npm run operator -- token   draws a token for the operator's page, and what the service tells it by`

/** Looks after the operator's page; gives the exit status. The token is said once and kept nowhere. */
export async function runOperatorCommand(
  [command, ...rest]: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  if (command !== 'token' || rest.length > 0) {
    say(usage)
    return 2
  }
  const token = newToken()
  say(`Token: ${token}`)
  say('Keep it where you keep passwords: it is the password at /operator, with any user name.')
  say(`OPERATOR_TOKEN_HASH='${writeTokenHash(await hashToken(token))}'`)
  return 0
}
