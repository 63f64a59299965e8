import { expect, test } from 'vitest'
import type { Generator } from '@/domain/transfer/body/body-context'
import { convertBody } from '@/domain/transfer/body/convert-body'

type Options = { generator?: Generator; path?: string; values?: Record<string, unknown> }

const pages = new Map([
  ['posts/other.md', '/posts/other'],
  ['2020-01-02-other', '/posts/other'],
  ['Other note', '/posts/other'],
])
const files = new Set(['a.png', 'dot.png', 'assets/file.pdf'])

function convert(body: string, { generator = 'unknown', path = 'posts/x.md', values = {} }: Options = {}) {
  const told: string[] = []
  const converted = convertBody(body, {
    path,
    generator,
    values,
    siteTexts: new Map([['title', 'My site']]),
    pageAt: (reference) => pages.get(reference) ?? null,
    fileAt: (reference) => (files.has(reference) ? reference : null),
    fileNamed: (name) => (name === 'far.png' ? '/attachments/far.png' : null),
    notes: {
      repaired: (what) => void told.push(`+ ${what}`),
      reported: (what) => void told.push(`- ${what}`),
    },
  })
  return { ...converted, told }
}

test.each([
  ['{{< figure src="a.png" alt="A dot" caption="Seen from above" >}}', '![A dot](a.png "Seen from above")'],
  ["{{< figure src='a.png' title='It is' >}}", '![It is](a.png "It is")'],
  [
    '{{< figure\n  src="a.png"\n  link="https://x.example/"\n  alt="A"\n>}}',
    '[![A](a.png)](https://x.example/)',
  ],
  ['{{< img "a.png" "A dot" >}}', '![A dot](a.png "A dot")'],
  ['{{% image src="my pic.png" /%}}', '![](<my pic.png>)'],
  [
    '{{< figure src="a.png" caption="By [Jane](https://x.example)" >}}',
    '![](a.png)\n\n*By [Jane](https://x.example)*',
  ],
  ['{{< youtube dQw4w9WgXcQ >}}', '[Watch on YouTube](https://www.youtube.com/watch?v=dQw4w9WgXcQ)'],
  [
    '{{< youtube id="dQw4w9WgXcQ" title="A song" >}}',
    '[A song (YouTube)](https://www.youtube.com/watch?v=dQw4w9WgXcQ)',
  ],
  ['{{<vimeo 146022717>}}', '[Watch on Vimeo](https://vimeo.com/146022717)'],
  [
    '{{< tweet user="jane" id="877500564405444608" >}}',
    '[Post on X](https://x.com/jane/status/877500564405444608)',
  ],
  ['{{< tweet 877500564405444608 >}}', '[Post on X](https://x.com/i/status/877500564405444608)'],
  ['{{< gist spf13 7896402 "img.html" >}}', '[Code on GitHub Gist](https://gist.github.com/spf13/7896402)'],
  [
    '{{< highlight go "linenos=table" >}}\nfmt.Println("{{< x >}}")\n{{< /highlight >}}',
    '```go\nfmt.Println("{{< x >}}")\n```',
  ],
  [
    '{{% notice warning "Mind it" %}}\nThe **gap**.\n\nMore.\n{{% /notice %}}',
    '> [!WARNING] Mind it\n> The **gap**.\n>\n> More.',
  ],
  ['{{< admonition type="tip" title="T" open=true >}}\nText\n{{< /admonition >}}', '> [!TIP] T\n> Text'],
  ['{{< alert "circle-info" >}}\nText\n{{< /alert >}}', '> [!NOTE]\n> Text'],
  [
    '{{< details summary="More" >}}\nText\n{{< /details >}}',
    '<details>\n<summary>More</summary>\n\nText\n\n</details>',
  ],
  [
    '[x]({{< ref "posts/other.md" >}}) [y]({{< relref "posts/other.md#part" >}})',
    '[x](/posts/other) [y](/posts/other#part)',
  ],
  ['{{< video src="a.mp4" >}}', '<video controls src="a.mp4"></video>'],
  ['{{< audio src="a.mp3" >}}', '<audio controls src="a.mp3"></audio>'],
  ['{{< rawhtml >}}<b>{{ x }}</b>{{< /rawhtml >}}', '<b>{{ x }}</b>'],
  ['a{{< comment >}}not seen{{< /comment >}}b', 'ab'],
  ['{{< mermaid >}}\ngraph TD\n{{< /mermaid >}}', '```mermaid\ngraph TD\n```'],
  ['{{</* figure src="a.png" */>}}', '{{< figure src="a.png" >}}'],
  ['```\n{{</* youtube x */>}}\n{{< youtube x >}}\n```', '```\n{{< youtube x >}}\n{{< youtube x >}}\n```'],
  ['`{{< youtube x >}}`', '`{{< youtube x >}}`'],
])('Hugo: %j', (body, expected) => {
  expect(convert(body, { generator: 'hugo' }).body).toBe(expected)
})

test.each([
  ['{{ youtube(id="abc", autoplay=true) }}', '[Watch on YouTube](https://www.youtube.com/watch?v=abc)'],
  ['{{ figure(src="a.png", alt="A", caption="C") }}', '![A](a.png "C")'],
  ['{% quote(author="Jane") %}\nWords\n{% end %}', '> Words\n>\n> — Jane'],
  ['{% note(title="T") %}\nWords\n{% end %}', '> [!NOTE] T\n> Words'],
  ['{% mermaid() %}\ngraph\n{% end %}', '```mermaid\ngraph\n```'],
  ['{{/* youtube(id="x") */}}', '{{ youtube(id="x") }}'],
  ['The macro {{closure}} is text.', 'The macro {{closure}} is text.'],
])('Zola: %j', (body, expected) => {
  expect(convert(body, { generator: 'zola' }).body).toBe(expected)
})

test.each([
  ['{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}', '```ruby\nputs 1\n```'],
  ['{% raw %}{{ x }} {% y %}{% endraw %}', '{{ x }} {% y %}'],
  ['```\n{% raw %}\n{{ x }}\n{% endraw %}\n```', '```\n\n{{ x }}\n\n```'],
  ['{% comment %}no{% endcomment %}yes', 'yes'],
  ['![a]({{ site.baseurl }}/a.png)', '![a](/a.png)'],
  ['![a]({{ site.url }}{{ site.baseurl }}/a.png)', '![a](/a.png)'],
  ['![a]({{ "/a.png" | relative_url }})', '![a](/a.png)'],
  ['![a]({{ site.baseurl }}a.png)', '![a](/a.png)'],
  ['[x]({{ site.baseurl }}{% post_url 2020-01-02-other %})', '[x](/posts/other)'],
  ['[x]({% link assets/file.pdf %})', '[x](/assets/file.pdf)'],
  ['{% include figure.html src="/a.png" alt="A" caption="C" %}', '![A](/a.png "C")'],
  ['{% include image.html url="{{ site.baseurl }}/a.png" description="D" %}', '![D](/a.png "D")'],
  ['{% include youtube.html id="abc" %}', '[Watch on YouTube](https://www.youtube.com/watch?v=abc)'],
  [
    '{% include video id="abc" provider="youtube" %}',
    '[Watch on YouTube](https://www.youtube.com/watch?v=abc)',
  ],
  [
    '{% gist jane/931c1c8d465a04042403 %}',
    '[Code on GitHub Gist](https://gist.github.com/jane/931c1c8d465a04042403)',
  ],
  ['{% assign pic = "/a.png" %}![a]({{ pic }})', '![a](/a.png)'],
  ['# {{ page.title }} of {{ site.title }}', '# Hello of My site'],
  ['* TOC\n{:toc}\n\nText', '\nText'],
  ['## Part\n{: #here }', '## Part {#here}'],
  ['![a](a.png){: width="300" .wide }', '![a](a.png)'],
  ['[a](b){:target="_blank"} and {:x}', '[a](b) and {:x}'],
  ['> Mind it\n{: .prompt-warning }', '> [!WARNING]\n> Mind it'],
  ['Mind it\n{: .notice--info}', '> [!NOTE]\n> Mind it'],
])('Jekyll: %j', (body, expected) => {
  expect(convert(body, { generator: 'jekyll', values: { title: 'Hello' } }).body).toBe(expected)
})

test.each([
  ['{% asset_img dot.png A dot %}', '![A dot](dot.png "A dot")'],
  ['{% img left /a.png 300 200 "T" "A" %}', '![A](/a.png "T")'],
  ['{% codeblock Title lang:js %}\nx\n{% endcodeblock %}', '*Title*\n\n```js\nx\n```'],
  ['{% note info Mind it %}\nText\n{% endnote %}', '> [!NOTE] Mind it\n> Text'],
  [
    '{% blockquote Jane, Work https://x.example Site %}\nWords\n{% endblockquote %}',
    '> Words\n>\n> — Jane Work Site, [https://x.example](https://x.example)',
  ],
  ['{% youtube abc %}', '[Watch on YouTube](https://www.youtube.com/watch?v=abc)'],
  ['{% post_link 2020-01-02-other "There" %}', '[There](/posts/other)'],
  ['{% link Text https://x.example %}', '[Text](https://x.example)'],
])('Hexo: %j', (body, expected) => {
  expect(convert(body, { generator: 'hexo' }).body).toBe(expected)
})

test.each([
  [
    "import A from '../a.astro'\nimport pic from './a.png'\n\n<Image src={pic} alt=\"A\" />",
    '\n![A](./a.png)',
  ],
  ['export const x = {\n  a: 1,\n}\n\nText', '\nText'],
  ['<Callout type="warning">\n  Text\n</Callout>', '> [!WARNING]\n> Text'],
  ['<YouTube id="abc" client:load />', '[Watch on YouTube](https://www.youtube.com/watch?v=abc)'],
  ['{/* hidden */}\n# {frontmatter.title}', '\n# Hello'],
  ['<div className="x">a</div>', '<div class="x">a</div>'],
  ['```js\nimport a from "a"\n<Foo />\n```', '```js\nimport a from "a"\n<Foo />\n```'],
])('MDX: %j', (body, expected) => {
  expect(convert(body, { generator: 'astro', path: 'x.mdx', values: { title: 'Hello' } }).body).toBe(expected)
})

test.each([
  [':::note[Title]\nText\n:::', '> [!NOTE] Title\n> Text'],
  ['::: warning\nText\n:::', '> [!WARNING]\n> Text'],
  ['::::tip\n:::danger\nIn\n:::\nOut\n::::', '> [!TIP]\n> > [!CAUTION]\n> > In\n> Out'],
  ['!!! note "Title"\n    Text\n\n    More\n\nAfter', '> [!NOTE] Title\n> Text\n>\n> More\n\nAfter'],
  ['> [!info]- Title\n> Text', '> [!NOTE] Title\n> Text'],
  [
    '[[Other note]] and [[Other note|there]] and [[bin]]',
    '[Other note](/posts/other) and [there](/posts/other) and [[bin]]',
  ],
  ['![[dot.png|300]]', '![](dot.png)'],
  ['[TOC]\n\nText', '\nText'],
])('others: %j', (body, expected) => {
  expect(convert(body).body).toBe(expected)
})

test('unknown tags stay where readers see them, and are told', () => {
  const { body, told } = convert(
    'Before {{< mystery a="b" >}} after\n\n{% strange x %}\nInner\n{% endstrange %}',
  )
  expect(body).toBe('Before `{{< mystery a="b" >}}` after\n\n`{% strange x %}`\nInner\n`{% endstrange %}`')
  expect(told).toEqual([
    '- {{< mystery >}} is not known here and was kept as it stands',
    '- {% strange %} is not known here and was kept as it stands',
  ])
})

test('blocks stand apart from what is around them, also in lists', () => {
  const { body } = convert(
    'Text\n{{< figure src="a.png" >}}\nmore\n\n- item\n  {{< note >}}\n  Inside\n  {{< /note >}}\n',
    { generator: 'hugo' },
  )
  expect(body).toBe('Text\n\n![](a.png)\n\nmore\n\n- item\n  \n  > [!NOTE]\n  > Inside\n')
})

test('a flood of openers is read within seconds', () => {
  const units = [
    '{{<',
    '{{< a >}}',
    '{% if %}',
    '{{',
    '`',
    '{% raw %}',
    '```\n',
    '<A',
    '{{< /a >}}',
    '[[a',
    ':::a\n',
    '{: .a}',
    '!!! a\n',
    '{%-',
    '~~~ \n>',
    '{{< a "',
    '- ',
    '<pre>',
  ]
  for (const unit of units) {
    const start = performance.now()
    convert(unit.repeat(200_000 / unit.length), { path: 'x.mdx' })
    convert(unit.repeat(200_000 / unit.length), { generator: 'jekyll' })
    expect(performance.now() - start, unit).toBeLessThan(8_000)
  }
})
