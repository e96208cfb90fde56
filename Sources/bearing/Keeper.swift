import Dashboard
import GoalFile
import Goals
import Reading
import Saving

/// What keeps unsaved edits safe, and knows of other sessions on the file.
struct Keeper: ~Copyable {
  /// Where unsaved edits are kept.
  enum Place {
    /// In a folder for journals.
    case folder(String)
    /// Nowhere, because nothing says where that could be.
    case unknown
    /// Nowhere, because there are none, or none worth keeping.
    case none
  }

  private let place: Place
  private var path = ""
  private var journal: Journal?
  /// Hears when other sessions begin and end.
  private var watch: FolderWatch?
  /// What sessions that died left behind, by the number of the offer.
  private var left: [Recovery] = []
  private var told: [String] = []
  private var isFailing = false

  init(_ place: Place) {
    self.place = place
  }

  /// The folder of the journals, or `nil` where edits are kept nowhere.
  private var folder: String? {
    switch place {
    case .folder(let folder): folder
    case .unknown, .none: nil
    }
  }

  /// Looks for what others left behind and begins a journal; returns what the
  /// session has to know.
  mutating func begin(on path: String) -> [Event] {
    if case .unknown = place {
      return [.notKept("neither XDG_STATE_HOME nor HOME is set")]
    }
    guard let folder else { return [] }
    left = recoveries(for: path, in: folder)
    let events = move(to: path).map { [$0] } ?? []
    watch = FolderWatch(folder)
    let offer = left.isEmpty ? [] : [Event.recovered(offers)]
    return events + offer + lookAround()
  }

  private var offers: [Recovered] {
    let today = Now.clock().today
    return left.enumerated().reversed().map { number, one in
      let moment = momentInWords(Moment(one.since), today: today)
      let edits = one.edits == 1 ? "an edit" : "\(one.edits) edits"
      return Recovered(
        number: number, base: one.base, edited: one.ours,
        story: "A session of \(moment) ended with \(edits) unsaved.")
    }
  }

  /// Keeps what another program wrote while the file was being saved, like the
  /// edits of a session that died; returns the offer of it.
  mutating func putAside(_ version: Rescue.Version) -> Recovered {
    var number = -1
    if let folder, abandon(version, in: folder) {
      let known = Set(left)
      let new = recoveries(for: path, in: folder)
        .filter { !known.contains($0) && $0.ours == version.bytes }
      left += new
      if !new.isEmpty { number = left.count - 1 }
    }
    return Recovered(
      number: number, base: version.base, edited: version.bytes,
      story: "Another program wrote this while the file was being saved.")
  }

  /// Leaves a journal behind; returns whether that is safe on the disk.
  private func abandon(_ version: Rescue.Version, in folder: String) -> Bool {
    do throws(JournalError) {
      var journal = try Journal.open(for: path, in: folder)
      let change = Change(from: version.base, to: version.bytes)
      try journal.note(
        change.patches, base: version.base, result: version.bytes)
      return true
    } catch {
      return false
    }
  }

  /// To poll for reading: something may have changed about other sessions.
  var descriptor: Int32? {
    switch watch {
    case .some(let watch): watch.descriptor
    case nil: nil
    }
  }

  /// Who else has the file open, if something was heard of others and that has
  /// changed.
  mutating func listen() -> [Event] {
    let hasNews =
      switch watch {
      case .some(let watch): watch.hasNews()
      case nil: false
      }
    return hasNews ? lookAround() : []
  }

  /// Who else has the file open, if that has changed.
  mutating func lookAround() -> [Event] {
    let others = otherSessions.map { other in
      "another Bearing since \(Moment(other.since).hourAndMinute)"
    }
    guard others != told else { return [] }
    told = others
    return [.neighbours(others)]
  }

  /// Puts a change on the disk; returns what went wrong, or that it went well
  /// again.
  mutating func keep(
    _ change: Change, base: [UInt8], _ result: [UInt8]
  ) -> Event? {
    var change = change
    if journal == nil {
      if let failure = move(to: path) { return failure }
      // A journal that begins late has none of the edits before.
      change = Change(from: base, to: result)
    }
    return attempt { journal throws(JournalError) in
      try journal.note(change.patches, base: base, result: result)
    }
  }

  /// Puts edits to another version of the file on the disk; returns the same.
  mutating func keepAnew(base: [UInt8], _ result: [UInt8]) -> Event? {
    if journal == nil, let failure = move(to: path) { return failure }
    return attempt { journal throws(JournalError) in
      try journal.noteAnew(base: base, result: result)
    }
  }

  /// Notes that nothing is unsaved, because the session follows the file.
  mutating func settle() -> Event? {
    attempt { journal throws(JournalError) in try journal.noteReloaded() }
  }

  /// Notes that everything was saved.
  mutating func noteSaved() -> Event? {
    attempt { journal throws(JournalError) in try journal.noteSaved() }
  }

  /// Keeps how the file is for the next meeting; returns what went wrong.
  func keepForNextMeeting(_ bytes: [UInt8]) -> Event? {
    guard let folder else { return nil }
    do throws(JournalError) {
      try Snapshot(of: path, in: folder).keep(bytes)
      return nil
    } catch {
      return .notSnapshot("\(error)")
    }
  }

  /// How the file was when the last meeting ended.
  func recall() -> Event {
    .snapshot(folder.flatMap { Snapshot(of: path, in: $0).bytes })
  }

  /// Forgets what another session left behind.
  func drop(_ recovered: Recovered) {
    guard left.indices.contains(recovered.number) else { return }
    left[recovered.number].drop()
  }

  /// Goes on with another file, all edits being saved there.
  mutating func move(to path: String) -> Event? {
    forget()
    self.path = path
    guard let folder else { return nil }
    do {
      journal = try Journal.open(for: path, in: folder)
      return nil
    } catch {
      isFailing = true
      return .notKept("\(error)")
    }
  }

  /// Removes the journal, unsaved edits included.
  mutating func forget() {
    if let journal = journal.take() { journal.discard() }
  }

  /// Whether edits that are not saved lie safely in the journal.
  var holdsEdits: Bool {
    switch journal {
    case .some(let journal): journal.hasUnsavedEdits && !isFailing
    case nil: false
    }
  }

  private var otherSessions: [OtherSession] {
    switch journal {
    case .some(let journal): journal.otherSessions
    case nil: []
    }
  }

  private mutating func attempt(
    _ note: (inout Journal) throws(JournalError) -> Void
  ) -> Event? {
    guard var journal = journal.take() else { return nil }
    let wasFailing = isFailing
    var event: Event?
    do throws(JournalError) {
      try note(&journal)
      isFailing = false
      if wasFailing { event = .kept }
    } catch {
      isFailing = true
      event = .notKept("\(error)")
    }
    self.journal = consume journal
    return event
  }
}
