import { spawnSync } from 'node:child_process'

/** Runs every bench in a process of its own, one after the other, so that none disturbs another. */
for (const file of ['rules.ts', 'interviews.ts', 'messages.ts', 'sockets.ts']) {
  const { status } = spawnSync('npx', ['tsx', '--expose-gc', `bench/${file}`], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
