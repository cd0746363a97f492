import SeedbedData
import Synchronization

/// Who may come in: a one-time word in an address opens a session, a session has a cookie and a key.
///
/// A browser sends a cookie to every port of a host, so another program on this machine could come by it.
/// The cookie alone therefore opens nothing: the key is kept by the page for this port only, and goes with
/// every request in a header, which no other origin can set.
final class ReviewDoor: Sendable {
  /// What a reviewer's browser holds.
  struct Pass: Sendable {
    /// The value of the cookie.
    var cookie: String
    /// The word that goes with every request of the page.
    var key: String
  }

  /// A reviewer's name, given or refused.
  enum Naming: Sendable, Equatable {
    /// The session goes by that name.
    case accepted(String)
    /// Somebody else goes by it, and it was not said that both are one person.
    case taken(String)
  }

  private struct Session {
    let cookie: Secret
    let key: Secret
    var name: String?
  }

  private struct State {
    var invitation: Secret?
    var sessions: [Session] = []
  }

  /// More browsers than anybody reviews with; the oldest one is forgotten first.
  private static let mostSessions = 32

  private let state = Mutex(State())

  /// Makes the word for the next address; the one before it opens no more.
  ///
  /// - Returns: The word.
  func invite() -> String {
    let invitation = Secret()
    state.withLock { $0.invitation = invitation }
    return invitation.word
  }

  /// Opens a session for the word of an address, which is used up by that.
  ///
  /// - Parameter word: What the address said.
  /// - Returns: What the browser gets; nil for a word that is wrong or was used.
  func enter(_ word: String) -> Pass? {
    state.withLock { state in
      guard let invitation = state.invitation, invitation.matches(word) else { return nil }
      state.invitation = nil
      let session = Session(cookie: Secret(), key: Secret(), name: nil)
      if state.sessions.count == Self.mostSessions { state.sessions.removeFirst() }
      state.sessions.append(session)
      return Pass(cookie: session.cookie.word, key: session.key.word)
    }
  }

  /// Whether a cookie belongs to a session.
  ///
  /// - Parameter cookie: What the browser sent.
  /// - Returns: Whether there is such a session.
  func knows(cookie: String) -> Bool {
    state.withLock { state in state.sessions.contains { $0.cookie.matches(cookie) } }
  }

  /// The name of a session.
  ///
  /// - Parameters:
  ///   - cookie: What the browser sent as its cookie.
  ///   - key: What it sent as its key.
  /// - Returns: Nil for no session; the inner value is nil until the reviewer has said a name.
  func name(cookie: String, key: String) -> String?? {
    state.withLock { state in
      Self.place(of: cookie, key, in: state).map { state.sessions[$0].name }
    }
  }

  /// Names a session.
  ///
  /// - Parameters:
  ///   - name: A name that `ReviewerName` allows.
  ///   - samePerson: Whether a session of the same name may be the same person's.
  ///   - cookie: What the browser sent as its cookie.
  ///   - key: What it sent as its key.
  /// - Returns: What became of it; nil for no session.
  func rename(_ name: String, samePerson: Bool, cookie: String, key: String) -> Naming? {
    state.withLock { state in
      guard let place = Self.place(of: cookie, key, in: state) else { return nil }
      let others = state.sessions.indices.filter { $0 != place }
      guard samePerson || !others.contains(where: { state.sessions[$0].name == name }) else {
        return .taken(name)
      }
      state.sessions[place].name = name
      return .accepted(name)
    }
  }

  private static func place(of cookie: String, _ key: String, in state: borrowing State) -> Int? {
    state.sessions.firstIndex { $0.cookie.matches(cookie) && $0.key.matches(key) }
  }
}
