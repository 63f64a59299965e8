const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A file of each kind and with each fault that blogs have in the wild, all of which come in. */
export const DIRTY_BLOG: Record<string, string | Uint8Array> = {
  'hugo.toml': 'baseURL = "https://example.org/"\n# the theme\ntheme = "plain"\n',
  '_index.md': '---\ntitle: Home\n---\nWelcome.\n',
  'about.md': '---\ntitle: About\n---\nUs.',
  'posts/_index.md': '---\r\ntitle: Posts\r\n---\r\n',
  'posts/plain.md':
    '---\ntitle: Plain\ndate: 2020-01-01\ntags: [a, "b", \'c\']   # three\n---\n\nText.\n\n\n',
  'posts/bom.md': bytes(
    [0xef, 0xbb, 0xbf],
    '---\ntitle: "Marked"\ndate: 2020-01-02T10:00:00+02:00\n---\nText.\n',
  ),
  'posts/crlf.md': '---\r\ntitle: Windows\r\ndate: 2020-01-03\r\n---\r\n\r\nOne\r\ntwo\r\n',
  'posts/mixed-ends.md': '---\ntitle: Mixed\r\ndate: 2020-01-03\n---\r\nOne\ntwo\r\nthree',
  'posts/latin.md': bytes('---\ntitle: Caf', [0xe9], '\ndate: 2020-01-04\n---\n', [0xfc], 'ber alles\n'),
  'posts/wide.md': Buffer.from('\ufeff---\ntitle: Wide\ndate: 2020-01-05\n---\nText ü.\n', 'utf16le'),
  'posts/nul.md': bytes('---\ntitle: Nothing\ndate: 2020-01-06\n---\na', [0], 'b\n'),
  'posts/quote.md': "---\ntitle: \"never closed\ndate: 2020-01-07\ndescription: 'it's here'\n---\nText.\n",
  'posts/glued.md': '---\ntitle: "Glued"date: 2020-01-08\ntags: x\n---\nText.\n',
  'posts/tabs.md': '---\ntitle: Tabs\ndate: 2020-01-09\ntags:\n\t- one\n\t- two\n---\nText.\n',
  'posts/blank-above.md': '\n\n---\ntitle: Below\ndate: 2020-01-10\n---\nText.\n',
  'posts/empty-series.md':
    "---\ntitle: Sample\ntags: ['framework', ' web']\ndate: 2024-03-22T12:37:34.192Z\nseries: ['']\naudio: \"\"\ncomments: False\n---\nText.\n",
  'posts/toml.md':
    '+++\ntitle = "In TOML"\ndate = 2020-02-01T08:00:00Z # morning\ndraft = false\n\n[taxonomies]\ntags = ["x", "y z"]\n\n[extra]\nteam = \'core\'\n+++\nText.\n',
  'posts/json.md': '{\n  "title": "In JSON",\n  "date": "2020-02-02",\n  "tags": ["x"]\n}\n\nText.\n',
  'posts/no-front-matter.md': '# A heading\n\nAnd text.\n',
  'posts/empty.md': '',
  'posts/never-ends.md': '---\ntitle: Open\ndate: 2020-02-03\n\nText goes on.\n',
  'posts/html.md': '---\ntitle: HTML\ndate: 2020-02-04\n---\n<p>Old <b>text</b></p>\n',
  'posts/bundle/index.md':
    '---\ntitle: Bundle\ndate: 2020-02-05\ncover: { image: dot.png, alt: A dot }\n---\n![A dot](dot.png)\n\n{{< figure src="dot.png" caption="Small" >}}\n',
  'posts/bundle/dot.png': onePixel,
  'posts/zweisprachig.md': '---\ntitle: Both\ndate: 2020-02-06\n---\nOne.\n',
  'posts/zweisprachig.de.md': '---\ntitle: Beide\ndate: 2020-02-06\n---\nEins.\n',
  '_posts/2014-03-01-jekyll-post.md':
    '---\nlayout: post\ntitle: Jekyll\ntags: one two\npublished: false\n---\nSee {{ site.url }}.\n',
  'posts/same.md': '---\ntitle: One\nslug: same\ndate: 2020-03-01\n---\n',
  'posts/same-again.md': '---\ntitle: Two\nslug: same\ndate: 2020-03-02\n---\n',
}
