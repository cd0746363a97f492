/// The page.
///
/// Every variable is escaped: only the style, which is ours, goes in as it is.
enum PageTemplate {
  static let text = head + counts + findings + examples

  private static let head = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src
    'unsafe-inline'">
    <title>{{name}} – version report</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <header>
    <h1>{{name}}</h1>
    <p class="meta">Version <code>{{version}}</code> · {{task}} · languages: {{languages}}</p>
    </header>
    <main>
    <ul class="tiles">
    {{#tiles}}
    <li><b>{{figure}}</b><span>{{caption}}</span><small>{{note}}</small></li>
    {{/tiles}}
    </ul>

    """

  private static let counts = """
    <h2>Real and synthetic rows</h2>
    <p class="note">Counted apart, and to be reported apart. The real test set is a sealed holdout
    (<code>{{holdoutSeal}}</code>) outside this version.</p>
    <div class="scroll"><table>
    <thead><tr><th scope="col">Part</th><th scope="col" class="number">Real</th>
    <th scope="col" class="number">Synthetic</th></tr></thead>
    <tbody>
    {{#figures.splits}}
    <tr><th scope="row">{{name}}</th><td class="number">{{real}}</td>
    <td class="number">{{synthetic}}</td></tr>
    {{/figures.splits}}
    </tbody></table></div>
    <p class="note">Leak scan: {{leakScan}}.</p>

    <h2>Measured on the sealed real holdout</h2>
    {{#measured}}
    <p>{{conclusion}}</p>
    <p class="note">Macro F1 of a small classifier on {{rowCount}}; 95 % bootstrap intervals.</p>
    {{#students}}
    <svg viewBox="0 0 720 {{height}}" width="720" height="{{height}}" role="img"
    aria-label="Macro F1 of both students">{{> axis}}</svg>
    {{/students}}
    {{#difference}}
    <svg viewBox="0 0 720 {{height}}" width="720" height="{{height}}" role="img"
    aria-label="Difference of macro F1">{{> axis}}</svg>
    {{/difference}}
    {{/measured}}
    {{^measured}}
    <p>Nothing was measured: the task has no labels, there is no holdout, or training has no
    synthetic rows.</p>
    {{/measured}}

    {{#heat}}
    <h2>Coverage: {{title}}</h2>
    <p class="note">Rows outside the holdout, now and before the synthetic ones. The darker, the
    nearer to what is required, or to the fullest cell where nothing is. Cells that are still short
    have a frame and say what they need.</p>
    <div class="scroll"><table class="heat">
    <thead><tr><th scope="col">{{corner}}</th>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}
    </tr></thead>
    <tbody>
    {{#lines}}
    <tr><th scope="row">{{heading}}</th>
    {{#squares}}
    <td class="shade{{shade}}{{#lack}} lack{{/lack}}"><b>{{count}}</b>
    {{#change}}
    <small>{{.}}</small>
    {{/change}}
    {{#lack}}
    <small class="lacking">{{.}}</small>
    {{/lack}}
    </td>
    {{/squares}}
    </tr>
    {{/lines}}
    </tbody></table></div>
    {{#omitted}}
    <p class="note">{{.}}.</p>
    {{/omitted}}
    {{/heat}}

    """

  private static let findings = """
    {{#questions}}
    {{#first()}}
    <h2>Before anything was generated</h2>
    {{/first()}}
    <h3>{{question}}</h3>
    <p>{{answer}}</p>
    {{/questions}}

    <h2>Gaps and decisions</h2>
    {{#gaps}}
    {{#first()}}
    <div class="scroll"><table class="wide">
    <thead><tr><th scope="col">Where</th><th scope="col">Kind</th>
    <th scope="col" class="number">Has</th><th scope="col" class="number">Needs</th>
    <th scope="col">Decision</th><th scope="col">Why</th></tr></thead>
    <tbody>
    {{/first()}}
    <tr><th scope="row">{{place}}</th><td>{{kind}}</td><td class="number">{{have}}</td>
    <td class="number">{{need}}</td><td><span class="tag {{decision}}">{{decision}}</span></td>
    <td>{{reason}}<br><small>{{evidence}}</small></td></tr>
    {{#last()}}
    </tbody></table></div>
    {{/last()}}
    {{/gaps}}
    {{^gaps}}
    <p>None are recorded here.</p>
    {{/gaps}}
    {{#collect}}
    {{#first()}}
    <p>Real data must be collected for:</p>
    <ul>
    {{/first()}}
    <li>{{.}}</li>
    {{#last()}}
    </ul>
    {{/last()}}
    {{/collect}}
    {{#furtherGaps}}
    <p class="note">{{.}}.</p>
    {{/furtherGaps}}

    <h2>What became of the candidates</h2>
    {{#figures.statuses}}
    {{#first()}}
    <p>
    {{/first()}}
    <span class="tag">{{name}} {{count}}</span>
    {{#last()}}
    </p>
    {{/last()}}
    {{/figures.statuses}}
    {{^figures.statuses}}
    <p>No candidates were made.</p>
    {{/figures.statuses}}
    {{#rejections}}
    <h3>Rejections by check</h3>
    <p class="note">Each rejected candidate counts once, for the first check that it did not
    pass.</p>
    <svg viewBox="0 0 640 {{height}}" width="640" height="{{height}}" role="img"
    aria-label="Rejections by check">
    {{#bars}}
    <text x="160" y="{{baseline}}" text-anchor="end">{{name}}</text>
    <rect class="bar" x="170" y="{{top}}" width="{{length}}" height="18" rx="2"/>
    <text x="{{figureLeft}}" y="{{baseline}}">{{figure}}</text>
    {{/bars}}
    </svg>
    {{/rejections}}

    {{#shortfalls}}
    {{#first()}}
    <h2>What could not be filled</h2>
    <div class="scroll"><table class="wide">
    <thead><tr><th scope="col">Where</th><th scope="col" class="number">Missing</th>
    <th scope="col" class="number">Asked for</th><th scope="col">Why</th></tr></thead>
    <tbody>
    {{/first()}}
    <tr><th scope="row">{{place}}</th><td class="number">{{missing}}</td>
    <td class="number">{{asked}}</td><td>{{reason}}</td></tr>
    {{#last()}}
    </tbody></table></div>
    {{/last()}}
    {{/shortfalls}}
    {{#furtherShortfalls}}
    <p class="note">{{.}}.</p>
    {{/furtherShortfalls}}

    """

  /// One axis with intervals, used for both charts of the measurement.
  static let axis = """
    {{#ticks}}<line class="axis" x1="{{place}}" x2="{{place}}" y1="4" y2="{{axis}}"/>
    <text class="faint" x="{{place}}" y="{{axisLabels}}" text-anchor="middle">{{figure}}</text>
    {{/ticks}}{{#zero}}<line class="zero" x1="{{.}}" x2="{{.}}" y1="0" y2="{{axis}}"/>{{/zero}}
    {{#lines}}<text x="150" y="{{baseline}}" text-anchor="end">{{name}}</text>
    <line class="line" x1="{{from}}" x2="{{to}}" y1="{{middle}}" y2="{{middle}}"/>
    <line class="line" x1="{{from}}" x2="{{from}}" y1="{{capTop}}" y2="{{capBottom}}"/>
    <line class="line" x1="{{to}}" x2="{{to}}" y1="{{capTop}}" y2="{{capBottom}}"/>
    <circle class="dot" cx="{{dot}}" cy="{{middle}}" r="5"/>
    <text x="530" y="{{baseline}}">{{figure}}</text>{{/lines}}
    """

  private static let examples = """
    {{#accepted}}
    {{#first()}}
    <h2>Accepted, for example</h2>
    <p class="note">Taken in turn from each method. What an edit removed is struck through, what
    it added is underlined.</p>
    {{/first()}}
    {{> example}}
    {{/accepted}}
    {{#rejected}}
    {{#first()}}
    <h2>Rejected, for example</h2>
    <p class="note">Taken in turn from each check that rejected.</p>
    {{/first()}}
    {{> example}}
    {{/rejected}}

    <h2>Limits</h2>
    <ul>
    {{#limits}}
    <li>{{.}}</li>
    {{/limits}}
    </ul>
    </main>
    </body>
    </html>

    """

  /// One candidate.
  static let example = """
    <article class="card">
    <div><span class="tag">{{method}}</span><span class="tag">label: {{label}}</span>
    <span class="tag">{{difficulty}}</span><small>{{part}} · <code>{{id}}</code></small></div>
    <p class="said">{{#changes}}{{kept}}{{#removed}}<del>{{.}}</del>{{/removed}}{{#added}}<ins>{{.}}</ins>{{/added}}{{/changes}}</p>
    {{#findings}}
    {{#first()}}
    <details><summary>{{verdictSummary}}</summary>
    <div class="scroll"><table>
    <thead><tr><th scope="col">Check</th><th scope="col">Outcome</th><th scope="col">Score</th>
    <th scope="col">Evidence</th></tr></thead>
    <tbody>
    {{/first()}}
    <tr><th scope="row">{{check}}</th><td><span class="tag {{outcome}}">{{outcome}}</span></td>
    <td class="number">{{numbers}}</td><td>{{evidence}}</td></tr>
    {{#last()}}
    </tbody></table></div></details>
    {{/last()}}
    {{/findings}}
    </article>
    """
}
