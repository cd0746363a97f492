import Foundation

/// The forward pass of the small model in double precision, written as the papers have it.
struct SmallBertArithmetic {
  typealias Rows = [[Double]]

  let tensors: [String: [Float]]
  var pooling = "mean"
  var activation = "gelu"

  func vector(of tokens: [Int32]) -> [Double] {
    var rows: Rows = tokens.enumerated().map { position, id in
      let word = row("embeddings.word_embeddings.weight", Int(id))
      let place = row("embeddings.position_embeddings.weight", position)
      let type = row("embeddings.token_type_embeddings.weight", 0)
      return (0..<SmallBert.hidden).map { word[$0] + place[$0] + type[$0] }
    }
    rows = norm("embeddings.LayerNorm", rows)
    for layer in 0..<SmallBert.layers {
      let prefix = "encoder.layer.\(layer)."
      let attended = dense(prefix + "attention.output.dense", attention(prefix, rows))
      rows = norm(prefix + "attention.output.LayerNorm", sum(rows, attended))
      let wide = dense(prefix + "intermediate.dense", rows).map { $0.map(activate) }
      rows = norm(prefix + "output.LayerNorm", sum(rows, dense(prefix + "output.dense", wide)))
    }
    var pooled = rows[0]
    for column in 0..<SmallBert.hidden {
      let values = rows.map { $0[column] }
      switch pooling {
      case "mean": pooled[column] = values.reduce(0, +) / Double(rows.count)
      case "max": pooled[column] = values.reduce(-.infinity, max)
      default: break
      }
    }
    let length = pooled.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return pooled.map { $0 / length }
  }

  private func activate(_ x: Double) -> Double {
    activation == "relu" ? max(x, 0) : 0.5 * x * (1 + erf(x / 2.0.squareRoot()))
  }

  private func row(_ name: String, _ index: Int) -> [Double] {
    let values = tensors[name] ?? []
    return values[index * SmallBert.hidden..<(index + 1) * SmallBert.hidden].map(Double.init)
  }

  private func sum(_ a: Rows, _ b: Rows) -> Rows { zip(a, b).map { zip($0, $1).map(+) } }

  private func dense(_ name: String, _ rows: Rows) -> Rows {
    let weights = tensors[name + ".weight"] ?? []
    let bias = tensors[name + ".bias"] ?? []
    return rows.map { row in
      bias.indices.map { output in
        row.indices.reduce(Double(bias[output])) {
          $0 + row[$1] * Double(weights[output * row.count + $1])
        }
      }
    }
  }

  private func norm(_ name: String, _ rows: Rows) -> Rows {
    let gain = tensors[name + ".weight"] ?? []
    let offset = tensors[name + ".bias"] ?? []
    return rows.map { row in
      let mean = row.reduce(0, +) / Double(row.count)
      let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(row.count)
      let deviation = (variance + 1e-12).squareRoot()
      return row.indices.map {
        (row[$0] - mean) / deviation * Double(gain[$0]) + Double(offset[$0])
      }
    }
  }

  private func attention(_ prefix: String, _ rows: Rows) -> Rows {
    let queries = dense(prefix + "attention.self.query", rows)
    let keys = dense(prefix + "attention.self.key", rows)
    let values = dense(prefix + "attention.self.value", rows)
    let width = SmallBert.hidden / SmallBert.heads
    return rows.indices.map { i in
      (0..<SmallBert.hidden).map { column in
        let head = column / width * width..<(column / width + 1) * width
        let scores = rows.indices.map { j in
          head.reduce(0) { $0 + queries[i][$1] * keys[j][$1] } / Double(width).squareRoot()
        }
        let most = scores.reduce(-.infinity, max)
        let weights = scores.map { exp($0 - most) }
        let total = weights.reduce(0, +)
        return rows.indices.reduce(0) { $0 + weights[$1] / total * values[$1][column] }
      }
    }
  }
}
