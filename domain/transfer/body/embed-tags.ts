import { entries, given, type Converted, type Converter, type ReadTag } from './converter'
import { link } from './markdown-pieces'

type Site = { label: string; url: (id: string, more: string[]) => string }

const sites: [string, Site][] = [
  ['youtube yt youtubelite liteyoutube youtubeenhanced youtubeembed youtubevideo youtubeplayer ytembed youtubepl', {
    label: 'Watch on YouTube',
    url: (id) => (/^PL[\w-]{10,}$/.test(id) ? `https://www.youtube.com/playlist?list=${id}` : `https://www.youtube.com/watch?v=${id}`),
  }],
  ['vimeo vimeoembed vimeolite vimeoplayer', { label: 'Watch on Vimeo', url: (id) => `https://vimeo.com/${id}` }],
  ['bilibili', { label: 'Watch on Bilibili', url: (id) => `https://www.bilibili.com/video/${/^\d+$/.test(id) ? `av${id}` : id}` }],
  ['tweet twitter x tweetsimple twittersimple xsimple tweetembed', { label: 'Post on X', url: (id, [more]) => tweetUrl(id, more) }],
  ['instagram instagramsimple', { label: 'Post on Instagram', url: (id) => `https://www.instagram.com/p/${id}/` }],
  ['gist githubgist', { label: 'Code on GitHub Gist', url: (id, [more]) => gistUrl(id, more) }],
  ['jsfiddle', { label: 'Code on JSFiddle', url: (id) => `https://jsfiddle.net/${id}/` }],
  ['codepen', { label: 'Code on CodePen', url: (id, [more]) => `https://codepen.io/${more === undefined ? `pen/${id}` : `${id}/pen/${more}`}` }],
  ['codesandbox', { label: 'Code on CodeSandbox', url: (id) => `https://codesandbox.io/s/${id}` }],
  ['stackblitz', { label: 'Code on StackBlitz', url: (id) => `https://stackblitz.com/edit/${id}` }],
  ['asciinema', { label: 'Recording on asciinema', url: (id) => `https://asciinema.org/a/${id}` }],
  ['spotify', { label: 'Listen on Spotify', url: (id, [more]) => `https://open.spotify.com/${more === undefined ? `track/${id}` : `${id}/${more}`}` }],
  ['soundcloud', { label: 'Listen on SoundCloud', url: (id) => `https://soundcloud.com/${id}` }],
  ['speakerdeck', { label: 'Slides on Speaker Deck', url: (id) => `https://speakerdeck.com/player/${id}` }],
] // prettier-ignore

export const embedConverters: [string, Converter][] = [
  ...sites.flatMap(([names, site]) => entries(names, (tag) => convertEmbed(tag, site))),
  ...entries('github githubrepo githubcard', convertGithub),
  ...entries('iframe embed responsiveiframe webembed', convertFrame),
]

const ids = 'id videoid video_id video v url src href code slug tweetid link playlist'

function convertEmbed(tag: ReadTag, site: Site): Converted | null {
  const words = tag.given.positional.filter(
    (word) => !/^(hidecaption|autoplay|\d+%|\d+px|true|false)$/i.test(word),
  )
  const named = given(tag, ids)
  const user = given(tag, 'user username author type')
  const [id = '', ...more] = [...(user === '' ? [] : [user]), ...(named === '' ? [] : [named]), ...words]
  const inner = (tag.inner ?? '').trim()
  const wanted = id || inner
  if (wanted === '' || /[\s{}<>]/.test(wanted)) return null
  const url = /^https?:\/\/|^\/\//.test(wanted) ? playable(wanted) : site.url(wanted, more)
  return card(tag, url, site.label)
}

function card(tag: ReadTag, url: string, label: string): Converted {
  const title = given(tag, 'title label caption')
  const where = label.replace(/^.* on /, '')
  const text = link(title === '' ? label : `${title} (${where})`, url)
  return { text, block: true, what: `became a link to ${where}` }
}

/** The page that shows what an embed address plays. */
function playable(url: string): string {
  const id = /(?:youtube(?:-nocookie)?\.com\/embed\/|youtu\.be\/)([\w-]+)/.exec(url)?.[1]
  if (id !== undefined) return `https://www.youtube.com/watch?v=${id}`
  const film = /player\.vimeo\.com\/video\/(\d+)/.exec(url)?.[1]
  return film === undefined ? url.replace(/^\/\//, 'https://') : `https://vimeo.com/${film}`
}

function tweetUrl(id: string, more: string | undefined): string {
  if (more !== undefined && /^\d+$/.test(more)) return `https://x.com/${id}/status/${more}`
  return /^\d+$/.test(id) ? `https://x.com/i/status/${id}` : `https://x.com/${id.replace(/^@/, '')}`
}

function gistUrl(id: string, more: string | undefined): string {
  const named = more !== undefined && /^[0-9a-f]{5,}$/i.test(more)
  return `https://gist.github.com/${named ? `${id}/${more}` : id}`
}

function convertGithub(tag: ReadTag): Converted | null {
  const repository = given(tag, 'repo repository url', 0)
  if (!/^(https:\/\/github\.com\/)?[\w.-]+\/[\w.-]+$/.test(repository)) return null
  const name = repository.replace(/^https:\/\/github\.com\//, '')
  return { text: link(name, `https://github.com/${name}`), block: true, what: 'became a link to GitHub' }
}

function convertFrame(tag: ReadTag): Converted | null {
  const url = given(tag, 'src url href link', 0)
  if (!/^(https?:)?\/\/[^\s{}<>]+$/.test(url)) return null
  const target = playable(url)
  return card(tag, target, `Open on ${URL.parse(target)?.hostname ?? target}`)
}

/** `{% include video id="…" provider="youtube" %}`, and a video tag that is given a page of a player. */
export function convertProvided(tag: ReadTag): Converted | null {
  const url = given(tag, 'src url href id', 0)
  const provider = given(tag, 'provider').toLowerCase() || providerOf(url)
  const site = sites.find(([names]) => names.split(' ').includes(provider))?.[1]
  return site === undefined ? null : convertEmbed(tag, site)
}

function providerOf(url: string): string {
  if (/youtu\.?be/.test(url)) return 'youtube'
  return url.includes('vimeo.com') ? 'vimeo' : ''
}
