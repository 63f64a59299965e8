import { cache } from 'react'
import { getSettings } from '@/domain/settings/queries'

/** Layout, head and body of a page all ask for the settings; they are read once. */
export const loadSite = cache(getSettings)
