public import SeedbedData
public import SeedbedKernels

/// Rows of extraction data made from records: the text, the record that it tells, and where.
///
/// A row is `{"text", "record", "spans", "violated"}`; `violated` is null for a record that follows its
/// schema. The names are those by which a project's task is recognised as extraction.
public enum RecordRows {
  /// A row whose text is in a built-in form.
  ///
  /// - Parameters:
  ///   - made: The record.
  ///   - schema: Its schema, for the titles of fields.
  ///   - style: The form; nil draws one.
  ///   - random: The only source of chance.
  /// - Returns: The row.
  public static func row(
    _ made: MadeRecord,
    of schema: JSONValue,
    style: RecordText.Style?,
    random: inout CounterRandom
  ) -> JSONObject {
    let style = style ?? random.pick(RecordText.Style.allCases) ?? .form
    return row(
      made,
      told: RecordText(made.value, schema: schema, style: style, random: &random)
    )
  }

  /// A row whose text a template says.
  ///
  /// - Parameters:
  ///   - made: The record.
  ///   - template: The template.
  /// - Returns: The row.
  public static func row(_ made: MadeRecord, template: RecordTemplate) -> JSONObject {
    row(made, told: RecordText(made.value, template: template))
  }

  private static func row(_ made: MadeRecord, told: RecordText) -> JSONObject {
    [
      "text": .string(told.text),
      "record": made.value,
      "spans": .array(told.spans.map(\.json)),
      "violated": made.violated.map(JSONValue.string) ?? .null,
    ]
  }
}
