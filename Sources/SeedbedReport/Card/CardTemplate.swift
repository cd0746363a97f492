/// The data card.
///
/// The head's lines are YAML already; everything else from data is escaped.
enum CardTemplate {
  static let text = """
    ---
    {{#head}}
    {{{.}}}
    {{/head}}
    ---

    # {{name}}

    | | |
    |---|---|
    | Version | {{version}} |
    | Task | {{task}} |
    | Languages | {{languages}} |
    | Source of the real rows | {{source}} |
    | Seal of the holdout | {{holdoutSeal}} |

    ## Rows

    Real and synthetic rows are counted apart and must be reported apart.

    | Part | Real | Synthetic |
    |---|---:|---:|
    {{#figures.splits}}
    | {{name}} | {{real}} | {{synthetic}} |
    {{/figures.splits}}

    The real test set is a sealed holdout, which is not part of this version. Each row says in
    `seedbed.origin` whether it is real or synthetic, and how it was made.

    {{#figures.labels}}
    {{#first()}}
    ### By label, in training and validation

    | Label | Real | Synthetic |
    |---|---:|---:|
    {{/first()}}
    | {{name}} | {{real}} | {{synthetic}} |
    {{#last()}}

    {{/last()}}
    {{/figures.labels}}
    {{#figures.furtherLabels}}
    {{.}}.

    {{/figures.furtherLabels}}
    {{#figures.difficulties}}
    {{#first()}}
    ### By difficulty

    | Difficulty | Real | Synthetic |
    |---|---:|---:|
    {{/first()}}
    | {{name}} | {{real}} | {{synthetic}} |
    {{#last()}}

    {{/last()}}
    {{/figures.difficulties}}
    {{#figures.methods}}
    {{#first()}}
    ### Synthetic rows by method

    | Method | Rows |
    |---|---:|
    {{/first()}}
    | {{name}} | {{count}} |
    {{#last()}}

    {{/last()}}
    {{/figures.methods}}
    ## How the synthetic rows were chosen

    {{#figures.statuses}}
    {{#first()}}
    | Candidates | Count |
    |---|---:|
    {{/first()}}
    | {{name}} | {{count}} |
    {{#last()}}

    {{/last()}}
    {{/figures.statuses}}
    {{^figures.statuses}}
    No candidates were made.

    {{/figures.statuses}}
    {{#rejections}}
    {{#first()}}
    Rejected candidates, each counted for the first check that it did not pass:

    | Check | Rejected |
    |---|---:|
    {{/first()}}
    | {{name}} | {{count}} |
    {{#last()}}

    {{/last()}}
    {{/rejections}}
    - Exact duplicates left out: {{duplicatesLeftOut}}
    - Reserved as seeds of the evaluation suite: {{reserved}}
    - Groups of near-duplicates: {{patterns}}; among the synthetic rows {{syntheticPatterns}}
    - Leak scan: {{leakScan}}

    ## Measured on the sealed holdout

    {{#conclusion}}
    {{measurementMethod}}:

    | Trained on | Macro F1 |
    |---|---|
    {{#measurement}}
    | {{name}} | {{text}} |
    {{/measurement}}

    {{.}}
    {{/conclusion}}
    {{^conclusion}}
    Nothing was measured: the task has no labels, there is no holdout, or training has no
    synthetic rows.
    {{/conclusion}}

    {{#stopped}}
    ## Why there were no further rounds

    {{.}}.

    {{/stopped}}
    {{#shortfalls}}
    {{#first()}}
    ## What could not be filled

    {{/first()}}
    - {{name}}: {{text}}
    {{#last()}}

    {{/last()}}
    {{/shortfalls}}
    {{#collect}}
    {{#first()}}
    ## Where real data must be collected

    {{/first()}}
    - {{.}}
    {{#last()}}

    {{/last()}}
    {{/collect}}
    {{#overrides}}
    {{#first()}}
    ## Rules that were set aside

    {{/first()}}
    - **{{rule}}**, because "{{because}}". It had found: {{finding}}
    {{#last()}}

    {{/last()}}
    {{/overrides}}
    ## Limits

    {{#limits}}
    - {{{.}}}
    {{/limits}}

    ## Licence

    {{#licence}}
    {{.}}. The licence of the source data applies to the real rows and to every row that derives from
    them, too.
    {{/licence}}
    {{^licence}}
    The licence of the source data applies to the real rows and to every row that derives from them.
    State it here before you pass this dataset on.
    {{/licence}}

    """
}
