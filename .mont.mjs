// node .mont.mjs out colWidth cropH cols files...
import { chromium } from 'playwright'
import { FLAGS } from './tests/support/browser.mjs'
import { readFileSync } from 'node:fs'
const [out,cw,ch,cols,...files]=process.argv.slice(2)
const b = await chromium.launch({args:FLAGS, executablePath:'/usr/bin/chromium'})
const p = await b.newPage({viewport:{width:(+cw+8)*+cols,height:600}})
await p.setContent(`<body style="margin:0;background:#888;display:grid;gap:8px;grid-template-columns:repeat(${cols},${cw}px)">`+files.map(f=>`<div style="height:${ch}px;overflow:hidden"><img width=${cw} src="data:image/png;base64,${readFileSync(f).toString('base64')}"></div>`).join(''))
await p.waitForTimeout(300)
await p.screenshot({path:out,fullPage:true})
await b.close()
