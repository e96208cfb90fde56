import Reading

/// A file as a save left it.
package struct Saved: Hashable, Sendable {
  /// What the next save has to compare with.
  package let file: LoadedFile
  /// What the person should know although the file is saved.
  package let notice: Notice?

  /// What is less than perfect about a save.
  package enum Notice: Hashable, Sendable, CustomStringConvertible {
    /// The folder could not be written through to the disk.
    case notConfirmed(SystemFailure)
    /// A copy of the version before lies under this name in the same folder.
    case leftOver(String)
    /// The new file is not in all like the one before.
    case lost(Trait)

    package var description: String {
      switch self {
      case .notConfirmed(let failure):
        "saved, but not confirmed on disk: \(failure)"
      case .leftOver(let name):
        "saved, but the version before is left behind as \(name)"
      case .lost(.owner):
        "saved, but the file belongs to you now, not to its owner before"
      case .lost(.group):
        "saved, but its group could not be kept and has no rights now"
      case .lost(.mode):
        "saved, but its access rights could not be kept"
      case .lost(.attributes):
        "saved, but without all of its attributes or access rights"
      }
    }
  }

  /// What a file has besides its content.
  package enum Trait: Hashable, Sendable {
    case owner
    case group
    case mode
    /// Extended attributes or the access control list.
    case attributes
  }
}
