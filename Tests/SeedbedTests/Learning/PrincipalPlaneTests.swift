import SeedbedLearning
import Testing

@Suite("The plane of vectors")
struct PrincipalPlaneTests {
  struct Golden: Decodable {
    var dimensions: Int
    var values: [Int]
    var points: [[Double]]
    var explained: [Double]
  }

  @Test("points and shares equal those of scikit-learn, but for the sign of a direction")
  func golden() throws {
    let golden: Golden = try GoldenFile.read("vectors/plane.json")
    let table = VectorTable(
      dimensions: golden.dimensions,
      values: golden.values.map { Float(Double($0) / 1000) }
    )
    let plane = try #require(PrincipalPlane(table))
    for (ours, theirs) in zip(plane.explained, golden.explained) {
      #expect(abs(ours - theirs) < 1e-5)
    }
    let signs = (
      plane.points[0].x * golden.points[0][0] < 0 ? -1.0 : 1,
      plane.points[0].y * golden.points[0][1] < 0 ? -1.0 : 1
    )
    // The covariance is summed in 32-bit floats.
    for (ours, theirs) in zip(plane.points, golden.points) {
      #expect(abs(ours.x * signs.0 - theirs[0]) < 1e-3)
      #expect(abs(ours.y * signs.1 - theirs[1]) < 1e-3)
    }
  }

  @Test("vectors that do not differ, or are too few, have no plane")
  func none() {
    #expect(PrincipalPlane(VectorTable(dimensions: 3)) == nil)
    #expect(PrincipalPlane(VectorTable(dimensions: 2, values: [1, 2])) == nil)
    #expect(PrincipalPlane(VectorTable(dimensions: 1, values: [1, 2, 3])) == nil)
    #expect(PrincipalPlane(VectorTable(dimensions: 2, values: [1, 2, 1, 2, 1, 2])) == nil)
  }
}
