/** Fetches nothing before it is pressed. */
export function AudioPlayer({ src, title }: { src: string; title: string }) {
  return (
    <figure className="audio-player">
      <figcaption className="label">
        <span>Listen to this post</span>
        <a href={src} download="" className="quiet-link">
          Download
        </a>
      </figcaption>
      <audio controls preload="none" src={src} aria-label={`Listen to “${title}”`} />
    </figure>
  )
}
