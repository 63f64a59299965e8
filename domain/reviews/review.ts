/** For how many days a review link may work. */
export const REVIEW_DAYS = [1, 7, 30] as const
export type ReviewDays = (typeof REVIEW_DAYS)[number]

/** A link to read a post without an account, as the desk lists it. Its secret is known only to whoever made it. */
export type ReviewLink = {
  id: string
  /** The version it shows; null for always the newest. */
  version: number | null
  by: string | null
  made: string
  ends: string
  views: number
  lastViewed: string | null
}

const PROGRAMS =
  /bot\b|bot[/;_-]|crawl|spider|preview|unfurl|facebookexternalhit|facebot|whatsapp|slack|telegram|discord|skype|embedly|iframely|curl\/|wget|python|headlesschrome.*lighthouse/i

/** Whether a fetch was made by a program that shows what a link leads to, or ahead of a click: nobody read it. */
export function isReading({ userAgent, purpose }: { userAgent: string; purpose: string }): boolean {
  return userAgent !== '' && !PROGRAMS.test(userAgent) && !/prefetch|prerender|preview/i.test(purpose)
}
