import { type BlockLook, ink, line, muted, paper } from "./palette.ts";

/** Styles of the HTML export: one column of 70 characters, the block's hue, and a print sheet. */
export function htmlStyle({ hue, soft }: BlockLook): string {
  return `
:root{color:${ink};background:#fff;font:1.0625rem/1.6 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,"DejaVu Sans",sans-serif;hyphens:auto;overflow-wrap:break-word}
body{margin:0 auto;max-width:44rem;padding:0 1.25rem 4rem}
h1,h2,h3,h4,h5{font-family:"Bricolage Grotesque","Trebuchet MS",sans-serif;line-height:1.2;text-wrap:balance;hyphens:manual}
h1{font-size:2.4rem;margin:3rem 0 1rem}
h2{font-size:1.75rem;margin:4rem 0 1.25rem;padding-bottom:.4rem;border-bottom:2px solid ${hue}}
h3{font-size:1.3rem;margin:2.2rem 0 .8rem}h4{font-size:1.1rem;color:${hue};margin:1.8rem 0 .6rem}h5{font-size:1rem;margin:1.5rem 0 .5rem}
a{color:${hue};text-underline-offset:.2em}a:focus-visible,[tabindex]:focus-visible{outline:3px solid ${hue};outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;border:2px solid ${hue}}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.cover{position:relative;overflow:hidden;background:${paper};margin:0 -1.25rem;padding:3rem 1.25rem 2rem;border-bottom:6px solid ${hue}}
.cover>*{position:relative;max-width:36rem}.cover .mark{position:absolute;right:-5rem;bottom:-6rem;width:18rem;fill:${soft}}
.kind{font-weight:700;color:${hue}}.lead{font-size:1.15rem;color:${muted}}
.notices,footer,.quiet,.source,figcaption{font-size:.92rem;color:${muted}}.source{display:block;font-style:italic}
.number{color:${hue};font-weight:800;margin-right:.4em}.plain{font-weight:400}.label{font-weight:700;font-size:.92rem;margin:0 0 .3rem}
.contents{list-style:none;padding:0}.contents li{border-bottom:1px solid ${line};padding:.35rem 0}
dl.facts{margin:1.2rem 0}dl.facts>div{display:grid;grid-template-columns:9rem 1fr;gap:0 1rem;border-top:1px solid ${line};padding:.4rem 0}
dt{font-weight:600;color:${muted};font-size:.92rem}dd{margin:0}
.scroll{overflow-x:auto;margin:1.5rem 0}table{border-collapse:collapse;width:100%;font-size:.95rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid ${line}}thead th{border-bottom:2px solid ${ink};vertical-align:bottom}
th p,td p{margin:0 0 .3rem}.end{text-align:right}
figure,.picture{margin:2rem 0}img,.drawing svg{max-width:100%;height:auto}figcaption{margin-top:.6rem;font-weight:600}
.bars td:nth-child(2){width:50%}.bars svg{display:block;width:100%;height:.6rem;margin-top:.45rem;fill:${hue}}.bars .ground{fill:${soft}}
.missing{border:1px dashed ${muted};padding:1rem}
.transcript{list-style:none;padding:0}.transcript li{border-left:3px solid ${line};padding-left:1rem;margin:0 0 1rem}.transcript .own{border-color:${hue}}.transcript p{margin:0}
.lines{white-space:pre-line}
blockquote{margin:1.5rem 0;padding-left:1.2rem;border-left:3px solid ${line};font-style:italic}
.callout{margin:1.5rem 0;padding:1rem 1.2rem;border-left:4px solid ${hue};background:${soft}}.callout.attention{border-color:#a3161d;background:#fbe5e2}.callout.example{border-color:${muted};background:#f2ecdf}.callout>:last-child{margin-bottom:0}
.verbatim{margin:1.2rem 0;padding:1rem 1.2rem;background:${paper};border-left:2px solid ${line}}.verbatim .lines{margin:0}
.tasks{list-style:none;padding-left:0}.tasks>li{display:flex;gap:.6rem}.tasks p{margin:0}
.ai{text-decoration:underline dotted ${hue};text-underline-offset:.25em}.ai sup{font-size:.7em;font-weight:700;margin-left:.2em}
hr{border:0;border-top:1px solid ${line};width:6rem;margin:2.5rem auto}
footer{margin-top:4rem;border-top:1px solid ${line}}
@media (max-width:30rem){h1{font-size:1.9rem}dl.facts>div{grid-template-columns:1fr}}
@media print{body{max-width:none}h2{break-before:page}h2,h3,h4,h5{break-after:avoid}figure,.callout{break-inside:avoid}.skip{display:none}nav h2,nav+main section:first-child h2{break-before:auto}}
`;
}
