type PostPictureProps = {
  src: string
  className: string
  alt?: string
  /** The picture's own size where it is known; else the style sheet keeps room for 16 by 9. */
  size?: { width: number; height: number } | null
  /** The widths it comes in, and how wide it is shown. */
  srcset?: string | null
  lazy?: boolean
}

/** The frame of a page is 70 rem wide at most. */
const SIZES = '(width > 1160px) 1120px, 100vw'

/** A picture of a post. Without words of its own it is decoration: the title stands beside it. */
export function PostPicture({
  src,
  className,
  alt = '',
  size = null,
  srcset = null,
  lazy = false,
}: PostPictureProps) {
  return (
    <div className={className}>
      <img
        {...(srcset === null ? {} : { srcSet: srcset, sizes: SIZES })}
        src={src}
        alt={alt}
        width={size?.width ?? 1600}
        height={size?.height ?? 900}
        decoding="async"
        referrerPolicy={src.startsWith('/') ? undefined : 'no-referrer'}
        {...(lazy ? { loading: 'lazy' } : { fetchPriority: 'high' })}
      />
    </div>
  )
}
