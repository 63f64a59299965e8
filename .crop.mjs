// node .crop.mjs url width scheme y h out
import { chromium } from 'playwright'
import { FLAGS } from './tests/support/browser.mjs'
const [url,w,s,y,h,out]=process.argv.slice(2)
const b = await chromium.launch({args:FLAGS, executablePath:'/usr/bin/chromium'})
const ctx = await b.newContext({viewport:{width:+w,height:900}, colorScheme:s, reducedMotion:'reduce', isMobile:+w<500, hasTouch:+w<500})
const p = await ctx.newPage()
await p.goto('http://localhost:3321'+url)
for (let i=0;i<20;i++){ await p.mouse.wheel(0,700); await p.waitForTimeout(20)}
await p.evaluate(()=>scrollTo(0,0))
await p.screenshot({path:out, fullPage:true, clip:{x:0,y:+y,width:+w,height:+h}})
await b.close()
