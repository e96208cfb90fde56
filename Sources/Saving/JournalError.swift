import Reading

/// Why an edit is not in the journal.
///
/// Edits that were noted before are; the file and the edit itself are as they
/// were.
package enum JournalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder of the journals cannot be used.
  case folder(SystemFailure)
  /// Others could read or change what is in the folder.
  case notPrivate
  case system(SystemFailure)

  package var description: String {
    switch self {
    case .folder(let failure):
      "the folder for unsaved edits cannot be used: \(failure)"
    case .notPrivate:
      "the folder for unsaved edits is open to other users"
    case .system(let failure): "\(failure)"
    }
  }

  /// What to do about it.
  package var advice: String {
    switch self {
    case .folder, .system:
      "save often: a crash now would cost what is not saved"
    case .notPrivate:
      "take it back with 'chmod 700', and save often until then"
    }
  }
}
