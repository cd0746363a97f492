import SeedbedData

/// A request on its way through its tries.
struct Trial: Sendable {
  let request: ModelRequest
  /// The form in which it is sent now.
  private(set) var form: WireForm
  /// The body in that form.
  private(set) var body: [UInt8]
  /// The key of that body.
  private(set) var key: String
  /// How often it was tried.
  var attempts = 0
  /// When it was first tried.
  var startedAt: Duration?
  /// How many answers came that were of no use.
  var useless = 0
  private var formsTried: Set<WireForm>

  init(_ request: ModelRequest, form: WireForm, wire: ChatWire) {
    self.request = request
    self.form = form
    body = wire.body(of: request, in: form)
    key = wire.key(of: body, variant: request.variant)
    formsTried = [form]
  }

  /// Takes another form; false when it was tried already.
  mutating func turn(to form: WireForm?, wire: ChatWire) -> Bool {
    guard let form, formsTried.insert(form).inserted else { return false }
    self.form = form
    body = wire.body(of: request, in: form)
    key = wire.key(of: body, variant: request.variant)
    return true
  }

  /// What tells an endpoint that it has seen this request before.
  ///
  /// An answer that was of no use must not come again, so the next try is another request to it.
  var idempotencyKey: String { useless == 0 ? key : "\(key)-\(useless)" }
}
