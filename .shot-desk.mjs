import { chromium } from 'playwright'
import { FLAGS } from './tests/support/browser.mjs'
const B='http://localhost:3321'
const widths=(process.argv[2]??'1280,360').split(',').map(Number), schemes=(process.argv[3]??'light,dark').split(',')
const only = process.argv[4]?.split(',')
const b = await chromium.launch({args:FLAGS, executablePath:'/usr/bin/chromium'})
for (const w of widths) for (const s of schemes) {
 const ctx = await b.newContext({viewport:{width:w,height:w<500?780:900}, colorScheme:s, reducedMotion:'reduce', isMobile:w<500, hasTouch:w<500, locale:'en-GB', timezoneId:'Europe/Berlin'})
 const p = await ctx.newPage()
 p.on('console', m=>m.type()==='error'&&console.log('CONSOLE',m.text(),m.location().url)); p.on('pageerror',e=>console.log('PAGEERR',e.message))
 const want = n => !only || only.includes(n)
 const shot = async (n, full=true) => { const o=await p.evaluate(()=>({sw:document.documentElement.scrollWidth,w:innerWidth,h:document.documentElement.scrollHeight})); if(o.sw>o.w)console.log('OVERFLOW',n,w,o); await p.screenshot({path:`/tmp/look/shots/d-${n}-${w}-${s}.png`, fullPage:full, ...(full?{clip:{x:0,y:0,width:w,height:Math.min(o.h,2600)}}:{})}); console.log(n,w,s,o.h)}
 await p.goto(B+'/login'); if(want('login')) await shot('login')
 await p.goto(B+'/reset'); if(want('reset')) await shot('reset')
 await p.goto(B+'/login')
 await p.getByLabel('E-mail').fill('owner@example.com'); await p.getByLabel('Password',{exact:true}).fill('correct horse battery staple'); await p.getByRole('button',{name:'Sign in'}).click(); await p.waitForURL('**/admin**')
 for (const [n,u] of Object.entries({posts:'/admin/posts', drafts:'/admin/posts?status=draft', scheduled:'/admin/posts?status=scheduled', live:'/admin/posts?status=live', submitted:'/admin/posts?status=submitted', trash:'/admin/posts?status=trashed', none:'/admin/posts?q=qqqxx', media:'/admin/media', tags:'/admin/tags', people:'/admin/people', peoplenew:'/admin/people/new', settings:'/admin/settings', account:'/admin/account', new:'/admin/posts/new', badpost:'/admin/posts/cmnope'})) { if(!want(n)) continue; await p.goto(B+u); await p.waitForTimeout(500); await shot(n) }
 if (want('edit')) {
  await p.goto(B+'/admin/posts?q=bells'); await p.getByRole('link',{name:'What the bells knew'}).click(); await p.waitForURL(/posts\/[^?]+$/); await p.waitForTimeout(800); await shot('edit'); 
  await p.getByRole('button',{name:'Preview'}).click().catch(e=>console.log(e.message)); await p.waitForTimeout(1200); await shot('preview', false)
  await p.keyboard.press('Control+Enter'); await p.waitForTimeout(500); await shot('panel', false); await p.keyboard.press('Escape')
 }
 if (want('menus')) {
  await p.goto(B+'/admin/posts'); await p.getByRole('button',{name:/^Account of/}).click(); await p.waitForTimeout(300); await shot('menu', false); await p.keyboard.press('Escape')
  await p.getByRole('checkbox').nth(1).check(); await p.getByRole('checkbox').nth(2).check(); await shot('bulk', false)
  await p.goto(B+'/admin/tags'); await p.getByRole('button',{name:/^Edit /}).first().click(); await p.waitForTimeout(300); await shot('tagdialog', false)
 }
 await ctx.close()
}
await b.close()
