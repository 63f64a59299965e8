import { notFound } from 'next/navigation'
import { refusedBy } from '@/app/_http/refused'

/** A post that somebody may not see is a post that is not there. */
export async function orNotFound<Value>(find: () => Promise<Value>): Promise<Value> {
  try {
    return await find()
  } catch (error) {
    refusedBy(error)
    notFound()
  }
}
