import Foundation
import SeedbedData

/// The page's look: light or dark as the reader's system is, and nothing said by colour alone.
enum PageStyle {
  /// The style as the page holds it.
  static let markup = Markup(stringLiteral: text)

  /// The SHA-256 of the style in Base64, by which the page's policy lets in this style and no other.
  static let digest: String = {
    let hex = Array(ContentHash.hex(of: Array(text.utf8)))
    let bytes = stride(from: 0, to: hex.count, by: 2).compactMap {
      UInt8(String(hex[$0...$0 + 1]), radix: 16)
    }
    return Data(bytes).base64EncodedString()
  }()

  /// The patterns that parts of bars are told apart by.
  static let patterns: Markup = """
    <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/>\
    <rect class="hatch-line" width="2.2" height="6"/></pattern>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect class="dots-ground" width="6" height="6"/><circle class="dots-dot" cx="2" cy="2" r="1.3"/>\
    <circle class="dots-dot" cx="5" cy="5" r="1.3"/></pattern>
    </defs></svg>

    """

  private static let text = colours + letters + layout + tables + parts + drawings + print

  private static let colours = """
    :root{color-scheme:light dark;--paper:#fbfaf7;--panel:#fff;--ink:#20262a;--soft:#586269;
    --line:#dedfdb;--grid:#e6e7e3;--real:#1f5f7a;--synthetic:#a4551a;--synthetic-paper:#f3dcc8;
    --accent:#1f5f7a;--tint:31,95,122;--bad:#a12a22;--bad-paper:#fbe9e6;--good:#2a6a4c;
    --good-paper:#e2f1e7}
    @media(prefers-color-scheme:dark){:root{--paper:#14181a;--panel:#1b2124;--ink:#e5e8e9;
    --soft:#a0abb1;--line:#364046;--grid:#2a3236;--real:#86c3e0;--synthetic:#e9a56b;
    --synthetic-paper:#4a3320;--accent:#86c3e0;--tint:134,195,224;--bad:#f29a91;
    --bad-paper:#431f1c;--good:#8fd0ad;--good-paper:#1c3a2b}}

    """

  private static let letters = """
    *{box-sizing:border-box}
    html{scroll-behavior:smooth;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
    @media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    body{margin:0;background:var(--paper);color:var(--ink);
    font:16px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif}
    h1{font-size:2rem;line-height:1.15;letter-spacing:-.015em;margin:0 0 .4rem;overflow-wrap:anywhere}
    h2{font-size:1.35rem;line-height:1.25;letter-spacing:-.01em;margin:0 0 .9rem}
    h3{font-size:1.02rem;margin:2rem 0 .5rem}
    p{margin:.5rem 0;max-width:44rem}
    ul{padding-left:1.2rem;max-width:46rem}li{margin:.25rem 0;overflow-wrap:anywhere}
    a{color:var(--accent);text-underline-offset:.2em}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
    .kicker{font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;color:var(--soft);margin:0 0 .4rem}
    .meta,small,.note,.missing{color:var(--soft)}
    .meta,.note,.missing{font-size:.92rem}.meta{overflow-wrap:anywhere}
    code{font:.9em/1.4 ui-monospace,"SF Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
    pre{font:.84rem/1.5 ui-monospace,"SF Mono",Menlo,Consolas,monospace;white-space:pre-wrap;
    overflow-wrap:anywhere;background:var(--panel);border:1px solid var(--line);border-radius:.4rem;
    padding:.8rem 1rem;max-height:28rem;overflow:auto}

    """

  private static let layout = """
    body{display:grid;grid-template-columns:minmax(0,1fr);max-width:84rem;margin:0 auto;
    padding:2rem 1.25rem 5rem;gap:0 3rem}
    header,nav,main{min-width:0}
    .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--panel);
    padding:.3rem .8rem;z-index:2}
    .patterns{position:absolute}
    nav{font-size:.9rem;margin:1.5rem 0 0}
    nav ol{list-style:none;padding:0;margin:.3rem 0 0;display:flex;flex-wrap:wrap;gap:0 1.2rem}
    nav li{margin:0}nav a{display:inline-block;padding:.2rem 0;color:var(--soft);text-decoration:none}
    nav a:hover,nav a:focus-visible{color:var(--ink);text-decoration:underline}
    .contents{margin:0;font-weight:600}
    section{margin:0;padding:2.6rem 0 0}
    section+section{margin-top:2.6rem;border-top:1px solid var(--line)}
    @media(min-width:66rem){body{grid-template-columns:13rem minmax(0,1fr)}
    header{grid-column:2}nav{grid-row:1/span 2;position:sticky;top:2rem;align-self:start;margin:.2rem 0 0;
    max-height:calc(100vh - 4rem);overflow-y:auto}nav ol{flex-direction:column}
    main{grid-column:2}}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:0;
    margin:1.6rem 0 0;padding:0;list-style:none;max-width:none;background:var(--panel);
    border:1px solid var(--line);border-radius:.5rem;overflow:hidden}
    .tiles li{padding:.8rem 1rem;margin:0;box-shadow:1px 1px 0 var(--line)}
    .tiles b{display:block;font-size:1.5rem;line-height:1.25;font-weight:650;
    font-variant-numeric:tabular-nums}
    .tiles span,.tiles small{display:block}.tiles span{font-size:.92rem}.tiles small{font-size:.82rem}

    """

  private static let tables = """
    .scroll{overflow-x:auto;max-width:100%;margin:.6rem 0;--edge:rgba(0,0,0,.22);
    background:linear-gradient(to right,var(--paper) 40%,transparent) 0 0/2.4rem 100% no-repeat local,
    linear-gradient(to left,var(--paper) 40%,transparent) 100% 0/2.4rem 100% no-repeat local,
    linear-gradient(to right,var(--edge),transparent) 0 0/.6rem 100% no-repeat,
    linear-gradient(to left,var(--edge),transparent) 100% 0/.6rem 100% no-repeat}
    @media(prefers-color-scheme:dark){.scroll{--edge:rgba(255,255,255,.22)}}
    .tall{max-height:36rem;overflow-y:auto;border-bottom:1px solid var(--line)}
    table{border-collapse:collapse;font-size:.88rem;line-height:1.4}
    caption{text-align:left;color:var(--soft);padding-bottom:.4rem}
    th,td{padding:.4rem .9rem .4rem 0;text-align:left;vertical-align:top;overflow-wrap:break-word;
    border-bottom:1px solid var(--grid);max-width:30rem}
    thead th{font-weight:600;color:var(--soft);border-bottom:1px solid var(--line);white-space:nowrap;
    vertical-align:bottom}
    tbody th code{white-space:nowrap}tbody th,td bdi{overflow-wrap:anywhere}tbody th{font-weight:500;min-width:6rem}
    td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    th.number+th:not(.number),td.number+td:not(.number){padding-left:.9rem}
    .wide{width:100%}.wide td:not(.number){min-width:5rem}
    td small{display:block}td bdi+small{display:inline}
    .heat th,.heat td{padding:.3rem .6rem;border:1px solid var(--paper)}
    .heat thead th+th{text-align:right}
    .heat thead th{position:sticky;top:0;background:var(--paper);z-index:1}
    .heat td{text-align:right;min-width:4.6rem;font-variant-numeric:tabular-nums;background:var(--panel)}
    .heat td small{white-space:nowrap;font-size:.76rem;color:var(--ink);opacity:.8}
    .heat b,.heat button{font-weight:600}
    .heat .shade1{background:rgba(var(--tint),.10)}.heat .shade2{background:rgba(var(--tint),.18)}
    .heat .shade3{background:rgba(var(--tint),.27)}.heat .shade4{background:rgba(var(--tint),.36)}
    .heat td.lack{box-shadow:inset 0 0 0 2px var(--bad)}
    .heat td .lacking{color:var(--bad);font-weight:650;opacity:1}
    .heat td.shade1 .lacking,.heat td.shade2 .lacking,.heat td.shade3 .lacking{color:var(--ink)}
    .heat button{font:inherit;font-weight:600;color:inherit;background:none;border:0;padding:0 .1rem;
    cursor:pointer;text-decoration:underline dotted;text-underline-offset:.25em;min-width:1.6rem;
    min-height:1.5rem;text-align:right}
    @media(max-width:40rem){.wide tbody th{min-width:8.5rem}
    .wide td:not(.number):has(bdi),.wide td:last-child:not(.number){min-width:12rem}}

    """

  private static let parts = """
    .peek{border:1px solid var(--line);border-radius:.5rem;background:var(--panel);color:var(--ink);
    padding:1rem 1.2rem;max-width:min(38rem,92vw);max-height:80vh;overflow:auto;
    box-shadow:0 12px 40px rgba(0,0,0,.28)}
    .peek::backdrop{background:rgba(0,0,0,.15)}
    .peek p{margin:0 0 .4rem}.peek ul{list-style:none;padding:0;margin:0 0 .8rem}
    .peek li{padding:.45rem 0;border-top:1px solid var(--grid)}
    .peek small,.peek li>span{display:block}
    .peek>button{font:inherit;padding:.2rem .9rem;border:1px solid var(--soft);border-radius:.4rem;
    background:none;color:inherit;cursor:pointer}
    details{font-size:.92rem}summary{cursor:pointer;color:var(--soft);padding:.2rem 0;max-width:46rem}
    summary:hover{color:var(--ink)}
    .more>summary{color:var(--ink);font-weight:600;padding:.4rem 0}
    .answers dt{font-weight:600;margin-top:.7rem}.answers dd{margin:0;max-width:46rem;overflow-wrap:anywhere}
    .card{border-left:3px solid var(--line);padding:.1rem 0 .1rem 1rem;margin:1.1rem 0}
    .card .said{white-space:pre-wrap;overflow-wrap:anywhere;max-width:46rem;margin:.4rem 0;
    overflow:hidden}
    .card small{overflow-wrap:anywhere}
    del{color:var(--bad);background:var(--bad-paper);text-decoration:line-through}
    ins{color:var(--good);background:var(--good-paper);text-decoration:underline;text-underline-offset:3px}
    .tag{display:inline-block;border:1px solid var(--line);border-radius:1rem;padding:0 .6rem;
    font-size:.8rem;margin-right:.35rem;overflow-wrap:anywhere}
    .tag.fail,.tag.undecided,.tag.collect,.tag.repair{border-color:var(--bad);color:var(--bad);
    font-weight:600}
    .tag.pass,.tag.fill{border-color:var(--good);color:var(--good)}
    .alarm{border:2px solid var(--bad);border-radius:.5rem;background:var(--bad-paper);color:var(--bad);
    padding:.6rem 1rem;max-width:46rem;list-style:none}
    .alarm a,.alarm small{color:inherit}.alarm li+li{margin-top:.7rem}
    .alarm span,.alarm small{display:block}

    """

  private static let drawings = """
    .plot{margin:1.6rem 0}
    figcaption{max-width:46rem}figcaption b{font-weight:600}
    figcaption span{display:block;color:var(--soft);font-size:.88rem}
    .plot .scroll{margin:.5rem 0 0}
    .plot svg{display:block;width:100%;height:auto;min-width:33rem;max-width:46rem;
    font:12px system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif}
    svg text{fill:var(--ink)}svg .faint{fill:var(--soft);font-size:11px}
    .grid{stroke:var(--grid)}.axis{stroke:var(--soft)}.frame{fill:none;stroke:var(--line)}
    .reference{stroke:var(--ink);stroke-dasharray:4 3}
    .range{stroke:var(--accent);stroke-width:2;fill:none}
    .dot{fill:var(--accent)}
    .ring{fill:var(--paper);stroke:var(--real);stroke-width:1.8}
    .solid{fill:var(--synthetic)}
    .link{stroke:var(--soft);stroke-width:1.4}
    .need{stroke:var(--ink);stroke-width:2.4}
    .band{fill:var(--accent);opacity:.14}.curve{fill:none;stroke:var(--accent);stroke-width:2}
    .whisker{stroke:var(--accent);opacity:.5}
    .marked{fill:var(--soft);opacity:.12}
    .bar-real{fill:var(--real)}.bar-synthetic{fill:url(#hatch);stroke:var(--synthetic);stroke-width:.8}
    .hatch-ground{fill:var(--synthetic-paper)}.hatch-line{fill:var(--synthetic)}
    .part0{fill:var(--real)}
    .part1{fill:url(#hatch);stroke:var(--synthetic);stroke-width:.8}
    .part2{fill:url(#dots);stroke:var(--soft);stroke-width:.8}
    .part3{fill:var(--panel);stroke:var(--soft);stroke-width:.8}
    .dots-ground{fill:var(--panel)}.dots-dot{fill:var(--soft)}
    .data{font-size:.85rem}
    @media(max-width:40rem){.plot svg{min-width:39rem}}

    """

  private static let print = """
    @media print{:root{color-scheme:light;--paper:#fff;--panel:#fff;--ink:#000;--soft:#444;--line:#bbb;
    --grid:#ddd;--real:#1f5f7a;--synthetic:#a4551a;--synthetic-paper:#f3dcc8;--accent:#1f5f7a;
    --tint:31,95,122;--bad:#a12a22;--bad-paper:#fff;--good:#2a6a4c;--good-paper:#fff}
    @page{margin:16mm 15mm}
    body{display:block;max-width:none;padding:0;font-size:10.5pt}
    .skip,.data,nav{display:none}
    .tiles{grid-template-columns:repeat(3,1fr)}
    summary{list-style:none}
    .more::details-content{content-visibility:visible;display:block}
    .scroll,.tall{overflow:visible;max-height:none;background:none;border:0}pre{max-height:none}
    .heat{font-size:.8rem}.heat th,.heat td{padding:.08rem .4rem}.heat td{min-width:0}.heat td small{display:inline;margin-left:.4rem}
    .heat button{min-height:0}
    .heat button{text-decoration:none}
    .heat thead th{position:static}
    .plot svg{min-width:0;max-width:36rem}
    h2,h3,figcaption{break-after:avoid}
    .card,tr,svg,.tiles li,.plot{break-inside:avoid}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

    """
}
