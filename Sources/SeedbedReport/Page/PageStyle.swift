/// The page's look: light or dark as the reader's system is, and nothing said by colour alone.
enum PageStyle {
  static let text = """
    :root { color-scheme: light dark; --paper: #fbfbf9; --panel: #fff; --ink: #1d2327;
      --soft: #5c666e; --line: #dcdfe1; --accent: #2f6f5e; --tint: 47, 111, 94;
      --bad: #a4372d; --bad-paper: #fbeae7; --good-paper: #e4f2ea; }
    @media (prefers-color-scheme: dark) { :root { --paper: #15191b; --panel: #1d2326;
      --ink: #e6e9ea; --soft: #9ba6ac; --line: #343c40; --accent: #74c2a9;
      --tint: 116, 194, 169; --bad: #f0938a; --bad-paper: #45211e; --good-paper: #1e3a2c; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 68rem; padding: 2rem 1.25rem 4rem; background: var(--paper);
      color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; }
    h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
    p { margin: .5rem 0; max-width: 46rem; }
    .soft, .meta, small, .note { color: var(--soft); }
    .meta { font-size: .9rem; overflow-wrap: anywhere; }
    code { font: .9em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
      gap: .75rem; margin: 1.5rem 0; padding: 0; list-style: none; }
    .tiles li, .card { background: var(--panel); border: 1px solid var(--line);
      border-radius: .5rem; padding: .8rem 1rem; }
    .tiles b { display: block; font-size: 1.6rem; line-height: 1.2; font-weight: 650;
      font-variant-numeric: tabular-nums; }
    .tiles span, .tiles small { display: block; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .9rem; background: var(--panel); }
    caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
    th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left;
      vertical-align: top; overflow-wrap: break-word; max-width: 32rem; }
    thead th { font-weight: 600; color: var(--soft); }
    tbody th { font-weight: 500; }
    td.number, th.number { text-align: right; font-variant-numeric: tabular-nums;
      white-space: nowrap; }
    .wide { width: 100%; }
    .heat td { text-align: right; min-width: 5rem; font-variant-numeric: tabular-nums; }
    .heat td small { display: block; white-space: nowrap; }
    .heat td b { font-weight: 600; }
    .shade1 { background: rgba(var(--tint), .10); } .shade2 { background: rgba(var(--tint), .20); }
    .shade3 { background: rgba(var(--tint), .32); } .shade4 { background: rgba(var(--tint), .45); }
    .heat td.lack { box-shadow: inset 0 0 0 2px var(--bad); }
    .lack small.lacking { color: var(--bad); font-weight: 600; }
    svg { display: block; max-width: 100%; height: auto; font: 13px system-ui, sans-serif; }
    svg text { fill: var(--ink); } svg .faint { fill: var(--soft); font-size: 11px; }
    svg .bar, svg .dot { fill: var(--accent); }
    svg .line { stroke: var(--accent); stroke-width: 2; } svg .axis { stroke: var(--line); }
    svg .zero { stroke: var(--ink); stroke-dasharray: 3 3; }
    .card { margin: .75rem 0; }
    .card .said { white-space: pre-wrap; overflow-wrap: anywhere; max-width: none; margin: .4rem 0; }
    del { color: var(--bad); background: var(--bad-paper); text-decoration: line-through; }
    ins { background: var(--good-paper); text-decoration: underline; text-underline-offset: 3px; }
    details { font-size: .9rem; } summary { cursor: pointer; color: var(--soft); }
    details table { margin-top: .5rem; }
    .tag { display: inline-block; border: 1px solid var(--line); border-radius: 1rem;
      padding: 0 .6rem; font-size: .8rem; margin-right: .25rem; }
    td .tag { white-space: nowrap; } .card .tag { overflow-wrap: anywhere; }
    .tag.fail, .tag.undecided, .tag.collect, .tag.repair { border-color: var(--bad);
      color: var(--bad); font-weight: 600; }
    .tag.pass, .tag.fill { border-color: var(--accent); }
    @media print { body { max-width: none; } .card, tr, svg { break-inside: avoid; } }
    """
}
