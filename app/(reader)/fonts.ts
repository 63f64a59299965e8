import localFont from 'next/font/local'

// Two families, because the italic comes in one weight: its file of all weights is as large as the roman. Fallbacks with the
// same measures are in tokens.css: Next's own comes with a meta element whose place varies, and so would the document.
export const roman = localFont({
  src: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  weight: '200 900',
  style: 'normal',
  display: 'swap',
  preload: true,
  adjustFontFallback: false,
  variable: '--font-roman',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
    },
  ],
})

export const italic = localFont({
  src: '../../node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2',
  weight: '400',
  style: 'italic',
  display: 'swap',
  preload: true,
  adjustFontFallback: false,
  variable: '--font-italic',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
    },
  ],
})
