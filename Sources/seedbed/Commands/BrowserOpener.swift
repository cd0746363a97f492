import Foundation
import Synchronization

/// Opens the first address of the review page in the system's browser.
///
/// The address that follows is for the next reviewer, and stays in the terminal. The browser is given a file
/// that only this user can read and that leads on to the address: what a program is called with can be seen by
/// everybody on the machine, and the address is a secret.
final class BrowserOpener: Sendable {
  private let file = Mutex<String?>(nil)
  private let folder: String

  /// The programs that open an address, by system.
  private static let programs = ["/usr/bin/open", "/usr/bin/xdg-open"]

  /// Makes an opener.
  ///
  /// - Parameter folder: A folder of this user for the file.
  init(folder: String) { self.folder = folder }

  /// Opens an address, the first time alone; that no browser is there is no failure.
  ///
  /// - Parameter address: An address of this machine.
  func open(_ address: String) {
    guard let program = Self.programs.first(where: FileManager.default.isExecutableFile) else {
      return
    }
    let path = file.withLock { path -> String? in
      guard path == nil else { return nil }
      path = folder + "/review-\(ProcessInfo.processInfo.processIdentifier).html"
      return path
    }
    guard let path, write(address, to: path) else { return }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }

  /// Removes what was written.
  func close() {
    if let path = file.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
  }

  private func write(_ address: String, to path: String) -> Bool {
    let page = """
      <!doctype html>
      <meta charset="utf-8">
      <meta http-equiv="refresh" content="0; url=\(address)">
      <title>Seedbed review</title>
      <a href="\(address)">Go on to the review</a>
      """
    try? FileManager.default.removeItem(atPath: path)
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { return false }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    return (try? handle.write(contentsOf: Data(page.utf8))) != nil
  }
}
