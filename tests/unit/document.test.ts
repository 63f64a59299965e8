import { expect, test } from 'vitest'
import { toDocument } from '@/server/document'

test('a document keeps JSON-LD and our own script and loses every other one', () => {
  const page = [
    '<head><link rel="preload" as="script" href="/_next/a.js"/><link rel="preload" as="image" href="/a.png"/>',
    '<script src="/_next/static/a.js" async=""></script><script type="application/ld+json">{"a":1}</script></head>',
    '<body><!--$--><p>Text<!-- -->ual</p><!--/$--><script src="/reader.js" defer=""></script>',
    '<script>self.__next_f.push([1,"x"])</script></body>',
  ].join('')
  expect(toDocument(page)).toBe(
    '<head><link rel="preload" as="image" href="/a.png"/><script type="application/ld+json">{"a":1}</script></head>' +
      '<body><p>Textual</p><script src="/reader.js" defer=""></script></body>',
  )
})

test('a page that suspended is an error, not a document', () => {
  expect(() => toDocument('<!--$?--><template id="B:0"></template>')).toThrow('placeholder')
})
