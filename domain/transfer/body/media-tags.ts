import { entries, given, type Converted, type Converter, type ReadTag } from './converter'
import { convertProvided } from './embed-tags'
import { picture, player } from './markdown-pieces'

const pictureNames =
  'figure fig fig-img figcaption-img img image imgs picture photo pic imgproc imgcap imgc imageprocess captionedimage ' +
  'responsiveimage responsiveimg resizeimage lazyimg lazyimage lazyload assetimg resimg zoomableimg postimage postimg imagecaption ' +
  'imagewithcaption figurecap blogimage articleimage fullwidthimage fullimage centeredimage featuredimage thumbnailimage ' +
  'imagecard fancybox optimizedimage cldimage responsivepicture astroimage nextimage imagefigure'
const videoNames = 'video mp4 html5video rawvideo localvideo selfhostedvideo webm videoplayer dplayer'
const audioNames = 'audio mp3 podcast music audioplayer sound player'

export const mediaConverters: [string, Converter][] = [
  ...entries(pictureNames, convertPicture),
  ...entries(videoNames, (tag) => convertProvided(tag) ?? convertPlayer(tag, 'video')),
  ...entries(audioNames, (tag) => convertPlayer(tag, 'audio')),
]

const sources =
  'src url image image_path img path file filename image_url imgsrc source link href image_src name'
const captions = 'caption title description desc text label cap'
const isAddress = (text: string) => /^(https?:\/\/|\/|\.{1,2}\/)|\.\w{2,5}([?#].*)?$/i.test(text)

function convertPicture(tag: ReadTag): Converted | null {
  const named = given(tag, sources)
  const at = named === '' ? tag.given.positional.findIndex(isAddress) : -1
  const src = named === '' ? (tag.given.positional[at] ?? '') : named
  if (src === '' || /[{}]/.test(src)) return null
  const words = tag.given.positional
    .slice(at + 1)
    .filter((word) => !/^\d+(px|%)?$/.test(word) && !isAddress(word))
  // Hexo's titles need no quotes.
  const [first = '', second = ''] = tag.folded === 'assetimg' ? [words.join(' ')] : words
  const inner = (tag.inner ?? '').trim()
  const caption = inner || given(tag, captions) || (tag.folded === 'img' ? first : second || first)
  const alt = given(tag, 'alt image_alt') || (tag.folded === 'img' ? second : first)
  const [link, href] = [given(tag, 'link'), given(tag, 'href')]
  const text = picture(src, {
    alt,
    caption,
    href: [link, href].find((one) => one !== src && isAddress(one)) ?? '',
  })
  return { text, block: text.includes('\n') || 'alone', what: 'became a picture' }
}

const players = 'src mp4 url file path video_url audio_url webm mp3 m4a ogg source link href video audio'

function convertPlayer(tag: ReadTag, kind: 'audio' | 'video'): Converted | null {
  const src = given(tag, players) || (tag.given.positional.find(isAddress) ?? '')
  if (src === '' || /[{}]/.test(src)) return null
  return {
    text: player(kind, src, given(tag, 'poster')),
    block: true,
    what: `became ${kind === 'audio' ? 'an audio' : 'a video'} player`,
  }
}
