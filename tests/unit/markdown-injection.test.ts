import { expect, test } from 'vitest'
import { renderMarkdown } from '@/domain/markdown/render'
import { attributeOf, elementsOf, type HtmlElement } from '@/tests/support/html-tree'

const hostile = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" ONERROR="alert(1)" style="width:expression(alert(1))">',
  '<img src=`javascript:alert(1)`>',
  '<svg onload=alert(1)></svg>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate attributeName=href values=javascript:alert(1) /></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<math href="javascript:alert(1)">x</math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)></style></mglyph></form>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="https://www.youtube.com/embed/a&quot; onload=&quot;alert(1)"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<base href="https://evil.example/"><link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<style>@import "//evil.example"; body{background:url(javascript:alert(1))}</style>',
  '<template><script>alert(1)</script></template>',
  '<details ontoggle=alert(1) open><summary>x</summary></details>',
  '<video src="javascript:alert(1)" poster="javascript:alert(1)" onplay=alert(1)></video>',
  '<audio src="data:text/html,<script>alert(1)</script>"></audio>',
  '<picture><source srcset="javascript:alert(1) 1x, data:text/html,x 2x"><img src="a.png"></picture>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="java&#x09;script:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#1;javascript:alert(1)">x</a>',
  '<a href="javascript&colon;alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="x" onclick="alert(1)" target="_blank" style="position:fixed" class="button" ping="//evil.example">x</a>',
  '[x](javascript:alert(1))',
  '[x](JAVASCRIPT:alert(1))',
  '[x](javascript&#58;alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox(1))',
  '[x][r]\n\n[r]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '![" onerror="alert(1)](x.png)',
  '![x](x.png\'onerror=alert(1)// "t")',
  '[x](https://example.com/"onmouseover="alert(1))',
  "[x](https://example.com '\"><script>alert(1)</script>')",
  '```js"><script>alert(1)</script>\nx\n```',
  '```"onclick="alert(1)\nx\n```',
  '# <img src=x onerror=alert(1)> title "onclick="alert(1)',
  '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |',
  'x[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
  '> [!NOTE] <img src=x onerror=alert(1)>\n> x',
  '$$\n\\href{javascript:alert(1)}{x} \\htmlStyle{color:red}{y} \\includegraphics{javascript:alert(1)}\n$$',
  '$$\n\\text{<img src=x onerror=alert(1)>}\n$$',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button><input name=attributes></form>',
  '<img name=getElementById id=body><a id=location name=cookie>x</a>',
  '<xmp><img src=x onerror=alert(1)></xmp><plaintext><script>alert(1)</script>',
  '<select><option><style></option></select><img src=x onerror=alert(1)></style>',
  '<!--><script>alert(1)</script>--> <![CDATA[<script>alert(1)</script>]]>',
  '<x-card onclick=alert(1) is="x-y" slot=a>x</x-card>',
]

test.each(hostile)('nothing runs, loads or poses as ours: %s', (markdown) => {
  const { html } = renderMarkdown(markdown)
  const faults = elementsOf(html).flatMap(faultsOf)
  expect(faults).toEqual([])
})

test.each(hostile)('nothing runs inside other Markdown: %s', (markdown) => {
  const nested = `> - a\n>   ${markdown.replaceAll('\n', '\n>   ')}\n\n<details><summary>s</summary>\n\n${markdown}\n\n</details>`
  expect(elementsOf(renderMarkdown(nested).html).flatMap(faultsOf)).toEqual([])
})

test('ids from raw HTML carry a prefix, so that they cannot shadow the page', () => {
  const ids = elementsOf(renderMarkdown('<p id="main">x</p><a name="cookie">y</a>').html).map((it) =>
    attributeOf(it, 'id'),
  )
  expect(ids).toEqual(['user-content-main', 'user-content-cookie'])
})

const lively = new Set(
  'script style iframe frame object embed applet base link meta svg template form button select textarea noscript xmp plaintext'.split(
    ' ',
  ),
)
const ourClasses =
  /^(anchor|card|table|callout(-\w+)?|footnotes|task-list-item|contains-task-list|hljs.*|language-[\w+#.-]+|align-\w+|math-error)$/

function faultsOf(element: HtmlElement) {
  const faults = lively.has(element.tagName) ? [`<${element.tagName}>`] : []
  for (const { name, value } of element.attrs) {
    if (/^on|^style$|^form|^srcdoc$|^xlink|^ping$|^target$|^is$|^slot$|^name$/i.test(name))
      faults.push(`${name}=${value}`)
    if (/^(href|src|poster|cite|srcset|action|data)$/.test(name) && !isHarmless(value))
      faults.push(`${name}=${value}`)
    if (
      name === 'class' &&
      (value.includes('button') || !value.split(' ').every((it) => ourClasses.test(it)))
    ) {
      faults.push(`class=${value}`)
    }
  }
  return faults
}

function isHarmless(url: string) {
  const bare = [...url].filter((sign) => sign > ' ').join('')
  return ['http:', 'https:', 'mailto:'].includes(new URL(bare, 'https://blog.example/').protocol)
}
