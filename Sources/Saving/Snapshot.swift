import Reading

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a board file was when the last meeting about it ended, kept beside the
/// journals for nobody else to read.
///
/// It is a convenience: where it is lost, the next meeting knows less of what is
/// new, and nothing else is lost with it.
package struct Snapshot {
  private let folder: String
  private let path: String

  /// - Parameter path: leads to the file that it is a picture of.
  /// - Parameter folder: the folder of the journals.
  package init(of path: String, in folder: String) {
    self.path = resolvedPath(path)
    self.folder = folder
  }

  private var name: String {
    JournalFolder.start(for: path) + "meeting"
  }

  /// Keeps `bytes` in place of what was kept before; after a failure that is
  /// still there.
  package func keep(_ bytes: [UInt8]) throws(JournalError) {
    let home = try JournalFolder.making(folder)
    do throws(SystemFailure) {
      let draft = try Draft.create(for: name, in: home.folder, mode: 0o600)
      let draftName = draft.name
      do throws(SystemFailure) {
        try draft.write(bytes)
        try draft.finish()
        try home.folder.replace(name, by: draftName)
      } catch {
        home.folder.remove(draftName)
        throw error
      }
    } catch {
      throw .system(error)
    }
  }

  /// What was kept; `nil` where nothing was, or where others could have changed
  /// it.
  package var bytes: [UInt8]? {
    guard let home = JournalFolder.existing(folder),
      let opened = home.openJournal(name)
    else { return nil }
    return try? opened.file.readAll(expected: Int(opened.stamp.size))
  }
}
