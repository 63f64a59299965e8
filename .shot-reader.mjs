import { chromium } from 'playwright'
import { FLAGS } from './tests/support/browser.mjs'
const B='http://localhost:3321'
const pages = {
 home:'/', home2:'/page/2', sample:'/posts/top-5-popular-web-backend-frameworks', minute:'/posts/the-minute-with-sixty-one-seconds', sheet:'/posts/a-sheet-folded-three-times',
 bells:'/posts/what-the-bells-knew', halfpast:'/posts/there-is-no-half-past-two', small:'/posts/small-programs-that-stay', rust:'/posts/parallel-rustc', survey:'/posts/rust-survey-2020', tag:'/tags/time', tags:'/tags', serieses:'/series', series:'/series/how-time-works', author:'/authors/owner', archive:'/archive', search:'/search?q=time', search0:'/search?q=qxzqxz', searche:'/search', nf:'/nothing/here', 
}
const only = process.argv[2]?.split(',')
const widths=(process.argv[3]??'360,1280').split(',').map(Number), schemes=(process.argv[4]??'light,dark').split(',')
const b = await chromium.launch({args:FLAGS, executablePath:'/usr/bin/chromium'})
for (const w of widths) for (const s of schemes) {
 const ctx = await b.newContext({viewport:{width:w,height:w<500?780:900}, colorScheme:s, reducedMotion:'reduce', isMobile:w<500, hasTouch:w<500})
 const p = await ctx.newPage()
 for (const [n,u] of Object.entries(pages)) { if (only && only[0] && !only.includes(n)) continue
  const r = await p.goto(B+u, {waitUntil:'load', timeout:20000}).catch(e=>{console.log(n,e.message)})
  const o = await p.evaluate(()=>({sw:document.documentElement.scrollWidth, w:innerWidth, h:document.documentElement.scrollHeight}))
  if (o.sw>o.w) console.log('OVERFLOW',n,w,o)
  const maxh = w<500? 4200 : 3600
  await p.screenshot({path:`/tmp/look/shots/${n}-${w}-${s}.png`, clip:{x:0,y:0,width:w,height:Math.min(o.h,maxh)}, fullPage:true})
  console.log(n,w,s,r?.status(),o.h)
 }
 await ctx.close()
}
await b.close()
