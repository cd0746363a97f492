import SeedbedData
import SeedbedReview
import Testing

@Suite("The door of the review page")
struct ReviewServerSecurityTests {
  private static func service() async throws -> ReviewPageFixture.Service {
    try await ReviewPageFixture.Service(ReviewPageBoard(ReviewPageFixture.cards(30)))
  }

  @Test("the address that is printed opens the page once, and the next one is another")
  func oneTime() async throws {
    let service = try await Self.service()
    let word = try await service.word(1)
    #expect(word.utf8.count == 64)
    let first = service.browser()
    let opened = try await first.open(word: word)
    #expect(opened.status == 200)
    #expect(first.key.utf8.count == 64)
    #expect(opened.header("set-cookie")?.hasSuffix("; Path=/; HttpOnly; SameSite=Strict") == true)
    #expect(try await first.get("/").status == 200)

    let second = service.browser()
    let refused = try await second.open(word: word)
    #expect(refused.status == 403)
    #expect(refused.header("set-cookie") == nil)
    #expect(try await service.word(2) != word)
    #expect(try await second.open(word: service.word(2)).status == 200)
    #expect(second.cookie != first.cookie && second.key != first.key)
  }

  @Test(
    "a wrong word opens nothing",
    arguments: ["", "x", String(repeating: "0", count: 64), "%00", "word&word=y"]
  )
  func wrongWord(word: String) async throws {
    let client = try await Self.service().browser()
    let reply = try await client.open(word: word)
    #expect(reply.status == 403)
    #expect(client.cookie.isEmpty)
  }

  @Test("without a session there is no page and no answer")
  func noSession() async throws {
    let service = try await Self.service()
    let client = service.browser()
    #expect(try await client.get("/").status == 403)
    for path in ["session", "queues", "next?queue=spot_check", "progress?queue=spot_check"] {
      let reply = try await client.get("/api/\(path)")
      #expect(reply.status == 401 && reply.fault == "session")
    }
    #expect(try await client.post("/api/undo", ["queue": "spot_check"]).status == 401)
  }

  @Test("the cookie alone opens no call, nor does the key alone, nor another session's key")
  func bothHalves() async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    let ben = try await service.reviewer("Ben", number: 2)
    for headers: [String: String?] in [
      ["Seedbed-Key": nil], ["Cookie": nil], ["Seedbed-Key": ben.key], ["Cookie": ben.cookie],
      ["Seedbed-Key": ada.key + "0"], ["Seedbed-Key": ""],
    ] {
      #expect(try await ada.send("GET", "/api/queues", headers: headers).status == 401)
      let body = #"{"queue": "spot_check"}"#
      #expect(try await ada.send("POST", "/api/undo", headers: headers, body: body).status == 401)
    }
    #expect(try await ada.get("/api/queues").status == 200)
  }

  @Test(
    "a request for another host is refused, so that no other name leads here",
    arguments: [
      "evil.example", "evil.example:PORT", "127.0.0.1", "127.0.0.1:1",
      "localhost.evil.example:PORT",
      "127.0.0.1.evil.example:PORT", "192.168.0.1:PORT", "127.0.0.1:PORT:PORT", "", "[::1",
      "127.0.0.1:+PORT",
    ]
  )
  func rebinding(host: String) async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    let host = host.replacing("PORT", with: "\(service.port)")
    for path in ["/", "/api/queues", "/assets/page.js", "/open?word=x"] {
      let reply = try await ada.send("GET", path, headers: ["Host": host])
      #expect([400, 421].contains(reply.status), "\(path) by \(host)")
      #expect(!reply.body.contains("spot_check"))
    }
  }

  @Test("two hosts in one request, or none, are refused")
  func oddHosts() async throws {
    let service = try await Self.service()
    defer { withExtendedLifetime(service) {} }
    let port = service.port
    for head in [
      "Host: 127.0.0.1:\(port)\r\nHost: evil.example\r\n", "X: y\r\n",
    ] {
      let reply = RawReply(
        try await ReviewPageClient.exchange(
          "GET /assets/page.css HTTP/1.1\r\n\(head)Connection: close\r\n\r\n",
          port: port
        )
      )
      #expect([400, 421].contains(reply.status))
    }
  }

  @Test("localhost and the loopback addresses are names of this server")
  func loopback() async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    for host in ["localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "[::1]"] {
      let headers = ["Host": "\(host):\(service.port)"]
      #expect(try await ada.send("GET", "/api/queues", headers: headers).status == 200)
    }
  }

  @Test(
    "a change from another origin, or from none, is refused",
    arguments: [
      nil, "null", "http://evil.example", "https://127.0.0.1:PORT", "http://127.0.0.1",
      "http://127.0.0.1:1", "http://127.0.0.1:PORT.evil.example", "http://localhost:PORT",
    ]
  )
  func origin(origin: String?) async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    let reply = try await ada.send(
      "POST",
      "/api/undo",
      headers: ["Origin": origin?.replacing("PORT", with: "\(service.port)")],
      body: #"{"queue": "spot_check"}"#
    )
    #expect(reply.status == 403 && reply.fault == "origin")
  }

  @Test(
    "a form of another site cannot pass for a call",
    arguments: [nil, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
  )
  func mediaType(type: String?) async throws {
    let ada = try await Self.service().reviewer("Ada")
    let reply = try await ada.send(
      "POST",
      "/api/undo",
      headers: ["Content-Type": type],
      body: #"{"queue": "spot_check"}"#
    )
    #expect(reply.status == 415)
  }

  @Test("every reply forbids what the page does not need")
  func headers() async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    for path in ["/", "/assets/page.js", "/assets/page.css", "/api/queues", "/nowhere", "/open"] {
      let reply = try await ada.get(path)
      let policy = try #require(reply.header("content-security-policy"))
      for rule in [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
        "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'",
      ] {
        #expect(policy.contains(rule), "\(path)")
      }
      #expect(!policy.contains("unsafe") && !policy.contains("http"))
      #expect(reply.header("x-content-type-options") == "nosniff")
      #expect(reply.header("referrer-policy") == "no-referrer")
      #expect(reply.header("cache-control") == "no-store")
      #expect(reply.header("x-frame-options") == "DENY")
      #expect(reply.header("access-control-allow-origin") == nil)
      #expect(reply.header("server") == nil)
    }
  }

  @Test("the page holds no script, no style and no address of its own outside its files")
  func noInline() async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    let page = try await ada.get("/").body
    #expect(!page.contains("<style") && !page.contains(" style=") && !page.contains(" onclick="))
    #expect(!page.contains("http://") && !page.contains("https://"))
    var parts: [String] = []
    for match in page.matches(of: /(?:src|href)="(\/[^"]+)"/) { parts.append(String(match.1)) }
    #expect(parts.count > 2)
    for part in parts {
      let reply = try await ada.get(part)
      #expect(reply.status == 200, "\(part)")
      for word in [
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "http://",
      ]
      where part.hasSuffix(".js") {
        #expect(!reply.body.contains(word), "\(part): \(word)")
      }
    }
  }

  @Test(
    "nothing is looked up in a folder",
    arguments: [
      "/assets/../../../../etc/passwd", "/assets/..%2f..%2fetc%2fpasswd", "/assets/", "/assets",
      "/%2e%2e/", "/assets/page.js/", "/assets/page.js%00", "//etc/passwd", "/assets/PAGE.JS",
      "/api/", "/api/queues/", "/api/../api/queues", "/.git/config",
    ]
  )
  func traversal(path: String) async throws {
    let ada = try await Self.service().reviewer("Ada")
    let reply = try await ada.get(path)
    #expect(reply.status == 404, "\(path) gave \(reply.status)")
    #expect(!reply.body.contains("root:"))
  }

  @Test(
    "an address answers its methods alone",
    arguments: [
      ("POST", "/"), ("PUT", "/api/decisions"), ("DELETE", "/api/undo"), ("GET", "/api/undo"),
      ("POST", "/api/next"), ("OPTIONS", "/api/decisions"), ("TRACE", "/"),
      ("HEAD", "/assets/page.js"),
      ("POST", "/open"), ("GET", "/api/decisions"), ("PATCH", "/api/session"),
    ]
  )
  func methods(method: String, path: String) async throws {
    let ada = try await Self.service().reviewer("Ada")
    let reply = try await ada.send(method, path)
    #expect(reply.status == 405)
    #expect(reply.header("allow") != nil)
    #expect(reply.header("access-control-allow-methods") == nil)
  }

  @Test("a body that is too large is refused before it is read")
  func tooLarge() async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    let told = try await ada.send("POST", "/api/undo", headers: ["Content-Length": "50000000"])
    #expect(told.status == 413)
    let chunk = String(repeating: "x", count: 0x10000)
    let chunked = String(repeating: "10000\r\n\(chunk)\r\n", count: 80) + "0\r\n\r\n"
    let untold = try await ada.send(
      "POST",
      "/api/undo",
      headers: ["Content-Length": nil, "Transfer-Encoding": "chunked"],
      body: chunked
    )
    // The server may hang up while the rest is under way, so that its answer is lost on the way back.
    #expect([413, 0].contains(untold.status))
    #expect(try await ada.get("/api/queues").status == 200)
  }

  @Test("a client that begins a request and stops is hung up on, and the server goes on")
  func halfBody() async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    let reply = try await ada.send("POST", "/api/undo", headers: ["Content-Length": "9"], body: "{")
    #expect(reply.status == 0)
    #expect(try await ada.get("/api/queues").status == 200)
  }

  @Test("a head that is too large is refused")
  func largeHead() async throws {
    let service = try await Self.service()
    let ada = try await service.reviewer("Ada")
    let long = String(repeating: "x", count: 70_000)
    let reply = try await ada.send("GET", "/", headers: ["X-Long": long])
    #expect([400, 431, 0].contains(reply.status))
    #expect(try await ada.get("/api/queues").status == 200)
  }

  @Test(
    "what is no HTTP is refused, and the server goes on",
    arguments: [
      "\u{16}\u{03}\u{01}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
      "\r\n\r\n\r\nx y z\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
    ]
  )
  func noHTTP(text: String) async throws {
    let service = try await Self.service()
    let reply = RawReply(
      try await ReviewPageClient.exchange(
        text + "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        port: service.port
      )
    )
    #expect(reply.status == 0 || reply.status >= 400)
    #expect(try await service.reviewer("Ada").get("/api/queues").status == 200)
  }

  @Test("what went wrong inside is told to the terminal, and to nobody else")
  func inside() async throws {
    struct Broken: Error { let secret = "row 17 says hunter2" }
    let service = try await ReviewPageFixture.Service(FailingBoard(error: Broken()))
    let ada = try await service.reviewer("Ada")
    let reply = try await ada.get("/api/next?queue=spot_check")
    #expect(reply.status == 500 && reply.fault == "internal")
    #expect(!reply.body.contains("hunter2"))
    for _ in 0..<10_000 where service.failed.isEmpty {
      try await Task.sleep(for: .milliseconds(5))
    }
    let words = service.failed.joined()
    #expect(words.contains("hunter2"))
    #expect(!words.contains(ada.key) && !words.contains(ada.cookie))
  }

  @Test("the server ends when it is told to, and the port is free again")
  func ending() async throws {
    let service = try await Self.service()
    let client = service.browser()
    #expect(try await client.get("/assets/page.css").status == 200)
    try await service.stop()
    // The system may still take a connection in the moment of closing, but nobody answers on it.
    let reply = try? await client.get("/assets/page.css")
    #expect(reply == nil || reply?.status == 0)
  }

  @Test("a port that is taken is said in plain words")
  func takenPort() async throws {
    let service = try await Self.service()
    defer { withExtendedLifetime(service) {} }
    let second = ReviewServer(
      board: service.board,
      settings: ReviewSettings(port: service.port, title: "x", clock: { 0 }),
      notices: ReviewNotices(address: { _ in }, failure: { _ in })
    )
    await #expect(throws: SeedbedError.self) { try await second.run() }
  }
}
