import { cache } from 'react'
import { getLivePost } from '@/domain/posts/queries'

/** Head and body of a page ask for the same post; it is read once. */
export const loadPost = cache(getLivePost)
