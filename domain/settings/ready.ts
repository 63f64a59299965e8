import { db } from '@/lib/db'

/** Whether the database answers and holds our schema. */
export async function isDatabaseReady(): Promise<boolean> {
  return db.settings.findUnique({ where: { id: 1 }, select: { id: true } }).then(
    (row) => row !== null,
    () => false,
  )
}
