#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Dispatch
import Foundation
import SeedbedData
import Synchronization

/// One run of a program: lines go in, lines come out, and in the end nothing of it is left.
///
/// Three threads of its own serve it, since a shared pool would run dry: one writes, one reads, one keeps the
/// end of its standard error. A program that outlives its input or its output is ended, first kindly, then
/// not; the reading thread waits for it, so no zombie stays.
final class ProgramProcess: Sendable {
  /// What a run tells whoever started it; called from its reading thread.
  struct Listener: Sendable {
    var line: @Sendable ([UInt8]) -> Void
    /// What it wrote last without ending the line, which a protocol of lines does not count.
    var rest: @Sendable ([UInt8]) -> Void = { _ in }
    /// The words say how it ended, the text is the end of its standard error.
    var end: @Sendable (_ words: String, _ said: String) -> Void
  }

  /// How much of the standard error is kept.
  private static let keptBytes = 4096
  /// How long each step of ending a program takes at most, in thousandths of a second.
  private static let patience = 500

  private struct State {
    var queue: [[UInt8]] = []
    var isInputOver = false
    var isReaped = false
    var said: [UInt8] = []
    var isErrorOver = false
  }

  private let pid: pid_t
  private let input: Int32
  private let output: Int32
  private let errors: Int32
  private let state = Mutex(State())
  private let work = DispatchSemaphore(value: 0)

  /// Starts a program.
  init(_ launch: ProgramLaunch, lineLimit: Int, listener: Listener) throws {
    let pipes = try launch.start()
    (pid, input, output, errors) = (pipes.pid, pipes.input, pipes.output, pipes.errors)
    Thread.detachNewThread { self.write() }
    Thread.detachNewThread { self.keepErrors() }
    Thread.detachNewThread { self.read(lineLimit, listener) }
  }

  /// Sends a line.
  func send(_ line: [UInt8]) {
    state.withLock { $0.queue.append(line + [UInt8(ascii: "\n")]) }
    work.signal()
  }

  /// Ends the input, after which a program is to end by itself.
  func finish() {
    state.withLock { $0.isInputOver = true }
    work.signal()
  }

  /// Ends the program and all that it has started, at once.
  func kill() { signal(SIGKILL) }

  private func signal(_ number: Int32) {
    state.withLock { state in
      // A number that was given back may belong to another program by now.
      if !state.isReaped { _ = systemKill(-pid, number) }
    }
  }

  private func write() {
    var pipe = sigset_t()
    sigemptyset(&pipe)
    sigaddset(&pipe, SIGPIPE)
    // Writing to a program that is gone must be an error here, not the end of this process.
    pthread_sigmask(SIG_BLOCK, &pipe, nil)
    while true {
      work.wait()
      let (lines, isOver) = state.withLock { state in
        defer { state.queue = [] }
        return (state.queue, state.isInputOver)
      }
      guard lines.allSatisfy({ Self.write($0, to: input) }), !isOver else { break }
    }
    close(input)
    // A program that does not end with its input would hold its output open for ever. One with a model in
    // memory takes a while to put it away.
    for (number, patience) in [(SIGTERM, 10 * Self.patience), (SIGKILL, Self.patience)] {
      for _ in 0..<patience {
        if state.withLock(\.isReaped) { return }
        usleep(1000)
      }
      signal(number)
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[done...]))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private func keepErrors() {
    Self.read(errors) { bytes in
      state.withLock { state in
        state.said.append(contentsOf: bytes)
        let excess = state.said.count - Self.keptBytes
        if excess > 0 { state.said.removeFirst(excess) }
      }
      return true
    }
    close(errors)
    state.withLock { $0.isErrorOver = true }
  }

  private func read(_ limit: Int, _ listener: Listener) {
    var lines = ProgramLines(limit: limit)
    Self.read(output) { bytes in
      lines.add(bytes, line: listener.line)
      return !lines.isTooLong
    }
    if lines.isTooLong { kill() } else if !lines.rest.isEmpty { listener.rest(lines.rest) }
    close(output)
    finish()
    let words = lines.isTooLong ? "wrote a line longer than \(limit) bytes" : reap()
    if lines.isTooLong { _ = reap() }
    // What it has started may still hold the standard error: that is not waited for long.
    for _ in 0..<50 where !state.withLock(\.isErrorOver) { usleep(2000) }
    listener.end(words, state.withLock { String(decoding: $0.said, as: UTF8.self) })
  }

  /// Reads until the end or until the bytes are refused.
  private static func read(_ descriptor: Int32, _ take: (UnsafeRawBufferPointer) -> Bool) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      guard buffer.withUnsafeBytes({ take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }) else {
        return
      }
    }
  }

  /// Waits for the program's end, and brings it about where it takes too long.
  private func reap() -> String {
    var status: Int32 = 0
    for number in [0, SIGTERM, SIGKILL] {
      if number != 0 { signal(number) }
      for _ in 0..<Self.patience {
        let found = state.withLock { state in
          let found = waitpid(pid, &status, WNOHANG)
          if found != 0 {
            // What it has started and left behind goes with it.
            _ = systemKill(-pid, SIGKILL)
            state.isReaped = true
          }
          return found
        }
        if found == pid { return Self.words(status) }
        if found < 0, errno != EINTR { return "ended" }
        usleep(1000)
      }
    }
    return "cannot be ended"
  }

  private static func words(_ status: Int32) -> String {
    let signal = status & 0x7F
    return signal == 0 ? "ended with status \(status >> 8 & 0xFF)" : "was ended by signal \(signal)"
  }
}

/// The system calls, which methods of the same names would hide.
private func systemKill(_ pid: pid_t, _ number: Int32) -> Int32 { kill(pid, number) }

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, bytes.baseAddress, bytes.count)
}
