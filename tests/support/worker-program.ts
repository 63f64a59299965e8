// What the tests of jobs run as a process of its own, to be killed: a worker like the server's.
import { startWorker } from '@/server/worker'

await startWorker(process.env.DATABASE_URL ?? '')
console.log('ready')
