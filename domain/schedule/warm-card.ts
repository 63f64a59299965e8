import { addressOfCard } from '@/domain/cards/card'
import { getCard } from '@/domain/cards/queries'
import { dropSteps, noteStep } from '@/domain/schedule/receipts'
import { db } from '@/lib/db'
import { askOwnSite } from '@/lib/own-site'

/** Has the picture drawn that networks will ask for when the post is shared, so that the first of them does not wait. */
export async function warmCard(event: bigint): Promise<void> {
  const receipt = await db.receipt.findUnique({ where: { eventId: event }, select: { postId: true } })
  const card = receipt === null ? null : await getCard(receipt.postId)
  if (card === null) return dropSteps(event, ['card'])
  const { status } = await askOwnSite(addressOfCard(card))
  if (status !== 200) throw new Error(`The picture for sharing answers ${status}.`)
  await noteStep(event, 'card')
}
