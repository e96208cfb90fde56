import GoalFile
import Goals

// Forms.
extension Session {
  /// Opens a form, with what was typed in one of its kind that was left.
  mutating func fill(_ form: Form) {
    if let obstacle { return say(obstacle) }
    guard let draft = drafts[DraftKey(form)], draft.fits(form) else {
      mode = .filling(form)
      return
    }
    var form = form
    for place in form.rows.indices {
      form.rows[place].field = draft.rows[place].field
    }
    form.select(draft.selected)
    mode = .filling(form)
    say(
      "what was typed before is here again: \(key(.startOver, in: .form)) starts over"
    )
  }

  /// Changes the form that is open.
  mutating func changeForm(_ change: (inout Form) -> Void) {
    guard case .filling(var form) = mode else { return }
    change(&form)
    mode = .filling(form)
  }

  mutating func moveInForm(_ steps: Int) {
    recall = nil
    changeForm { $0.move(by: steps) }
  }

  /// Goes to the next line, and takes the form behind the last one.
  mutating func acceptRow(_ form: Form) {
    guard form.isOnLastRow else { return moveInForm(1) }
    acceptForm()
  }

  /// Makes what the form says, as one step.
  mutating func acceptForm() {
    guard case .filling(var form) = mode else { return }
    do throws(FormError) {
      let edits = try edits(for: form)
      let moved = edits.compactMap(\.goal).last
      mode = .browsing
      drafts[DraftKey(form)] = nil
      guard !edits.isEmpty else { return say("nothing changed") }
      do throws(EditError) {
        try make(edits)
      } catch {
        throw FormError(property: nil, reason: error)
      }
      let thing = selectMoved(into: moved) ?? selectAdded(by: form)
      say("\(done(form))\(hiding(thing)): \(savingKeys)")
    } catch {
      form.isTried = true
      form.select(error.property)
      mode = .filling(form)
      say("\(error.reason)", .failure)
    }
  }

  private func done(_ form: Form) -> String {
    switch form.purpose {
    case .adding(.keyResult, _): "key result added"
    case .adding(.kpi, _): "KPI added"
    case .adding, .guide: "objective added"
    case .editing, .board: "changed"
    case .renaming: "renamed"
    case .declaring: "cycle added"
    }
  }

  /// Leaves the form; what was typed is there again in the next of its kind.
  mutating func leave(_ form: Form) {
    mode = .browsing
    guard form.isTouched else { return }
    drafts[DraftKey(form)] = form
    say("nothing changed: what was typed is kept for the next time")
  }

  /// Selects what has been added, which stands where the form said, and returns
  /// it; else returns what was edited.
  private mutating func selectAdded(by form: Form) -> Thing? {
    if case .editing(let thing) = form.purpose { return thing }
    guard let thing = added(by: form, on: outlook.board),
      outlook.board.contains(thing)
    else { return nil }
    select(thing)
    return thing
  }

  /// Selects the key result that went into an objective, and returns it.
  private mutating func selectMoved(into objective: Int?) -> Thing? {
    guard let objective,
      let index = outlook.board.objectives[objective].keyResults.last
    else { return nil }
    select(.keyResult(index))
    return .keyResult(index)
  }

  /// That what is shown of the board leaves something out; empty where it does
  /// not.
  private func hiding(_ thing: Thing?) -> String {
    guard let thing, !listed.contains(thing) else { return "" }
    let way = "\(key(.filter)) Enter shows all"
    guard let cycle = sight.cycle, sight.filter.isEmpty else {
      return ", but the filter hides it (\(way))"
    }
    return ", but only \(cycle) is shown (\(way))"
  }

  /// What a form has added to a board.
  func added(by form: Form, on board: Board) -> Thing? {
    switch form.purpose {
    case .adding(_, .after(.objective(let index))):
      return .objective(index + 1)
    case .adding(_, .after(.keyResult(let index))):
      return .keyResult(index + 1)
    case .adding(_, .after(.kpi(let index))): return .kpi(index + 1)
    case .adding(_, .inside(let objective)):
      return board.objectives[objective].keyResults.last.map { .keyResult($0) }
    case .adding(.kpi, .end): return .kpi(board.kpis.count - 1)
    case .adding(.objective, .end), .guide:
      return .objective(board.objectives.count - 1)
    case .adding, .editing, .board, .renaming, .declaring: return nil
    }
  }

  /// Follows what a form is about; `nil` where that is gone.
  func following(_ form: Form, from old: Outlook) -> Form? {
    var form = form
    switch form.purpose {
    case .editing(let thing):
      guard let new = outlook.successor(of: thing, in: old) else { return nil }
      form.purpose = .editing(new)
    case .adding(let kind, let place):
      guard let new = following(place, kind, from: old) else { return nil }
      form.purpose = .adding(kind, new)
    case .board, .guide, .renaming, .declaring: break
    }
    return form
  }

  private func following(
    _ place: Edit.Place, _ kind: Block.Kind, from old: Outlook
  ) -> Edit.Place? {
    let otherwise: Edit.Place? = kind == .keyResult ? nil : .end
    switch place {
    case .end: return .end
    case .before(let thing):
      return outlook.successor(of: thing, in: old).map { .before($0) }
        ?? otherwise
    case .after(let thing):
      if let new = outlook.successor(of: thing, in: old) { return .after(new) }
      guard case .keyResult(let index) = thing else { return otherwise }
      return following(
        .inside(old.board.keyResults[index].objective), kind, from: old)
    case .inside(let objective):
      guard
        case .objective(let new)? = outlook.successor(
          of: .objective(objective), in: old)
      else { return otherwise }
      return .inside(new)
    }
  }
}

extension Session {
  /// Keeps forms that were left with the things that they are about, wherever
  /// these stand now; those of what is gone are dropped.
  mutating func followDrafts(from old: Outlook) {
    var kept: [DraftKey: Form] = [:]
    for form in drafts.values {
      guard let new = following(form, from: old) else { continue }
      kept[DraftKey(new)] = new
    }
    drafts = kept
  }
}

/// What forms have in common of which one takes up what was typed in another.
enum DraftKey: Hashable, Sendable {
  case adding(Block.Kind)
  case editing(Thing)
  case board, guide, declaring
  case renaming(Form.Naming)

  init(_ form: Form) {
    switch form.purpose {
    case .adding(let kind, _): self = .adding(kind)
    case .editing(let thing): self = .editing(thing)
    case .board: self = .board
    case .declaring: self = .declaring
    case .guide: self = .guide
    case .renaming(let naming): self = .renaming(naming)
    }
  }
}

extension Edit {
  /// The objective that it moves a key result into, by its place in the board.
  fileprivate var goal: Int? {
    guard case .move(_, to: .inside(let objective)) = self else { return nil }
    return objective
  }
}

extension Form {
  /// Whether its lines are those of another form, about the same.
  fileprivate func fits(_ other: Form) -> Bool {
    rows.map(\.property) == other.rows.map(\.property)
      && rows.map(\.original) == other.rows.map(\.original)
  }
}

// Which form.
extension Session {
  mutating func startAdding(_ kind: Block.Kind) {
    if kind == .objective, outlook.board.objectives.isEmpty {
      return startGuide()
    }
    fill(.adding(kind, place(of: kind), cycle: likelyCycle))
  }

  /// Whether the board has a name and nothing else yet, so that its first
  /// objective is what one opens it for.
  package var lacksObjective: Bool {
    access == .editing && outlook.isEmpty && outlook.board.title != nil
      && outlook.board.meetings.isEmpty && errors == 0
  }

  mutating func startGuide() {
    fill(.guide(in: document, cycle: likelyCycle))
  }

  /// The form for all that is said of what is selected; for the board's own
  /// lines where nothing is.
  mutating func editAll() {
    guard let thing = linkOnPage ?? selection else { return editBoard() }
    fill(.editing(thing, in: document))
  }

  mutating func editBoard() { fill(.board(of: document)) }

  mutating func startRenaming(_ naming: Form.Naming) {
    fill(.renaming(naming, from: name(naming)))
  }

  /// The name that is most likely meant: that of what is selected.
  private func name(_ naming: Form.Naming) -> String? {
    guard let selection else { return nil }
    let board = outlook.board
    let objective = board.objective(of: selection).map { board.objectives[$0] }
    return switch naming {
    case .person: outlook.owner(of: selection) ?? objective?.owner
    case .team: board.team(of: selection) ?? objective?.team
    case .cycle: objective?.cycle
    }
  }

  /// The cycle that something new most likely belongs to.
  private var likelyCycle: String {
    let board = outlook.board
    return selection.flatMap { board.objective(of: $0) }
      .flatMap { board.objectives[$0].cycle }
      ?? outlook.quarter
  }

  /// Where a new block goes: behind what is selected, or into it.
  private func place(of kind: Block.Kind) -> Edit.Place {
    switch (kind, selection) {
    case (.keyResult, .objective(let index)?): .inside(index)
    case (.keyResult, .keyResult?), (.objective, .objective?), (.kpi, .kpi?):
      selection.map { .after($0) } ?? .end
    case (.objective, .keyResult(let index)?):
      .after(.objective(outlook.board.keyResults[index].objective))
    case (_, _): .end
    }
  }
}
