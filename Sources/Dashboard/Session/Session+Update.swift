import GoalFile
import Goals

// What events do.
extension Session {
  /// Takes in what happened and returns what is left to do in the world.
  package mutating func update(_ event: Event) -> [Effect] {
    noteRest(before: event)
    let effects = take(event)
    offerRecovered()
    let more = performWanted()
    settle()
    defer { outbox = [] }
    return outbox + effects + more
  }

  /// Does what the program was started for, once nothing is asked any more.
  private mutating func performWanted() -> [Effect] {
    guard let command = wanted, mode == .browsing else { return [] }
    wanted = nil
    // What another session left behind may be what was lacking.
    guard command != .firstObjective || lacksObjective else { return [] }
    return perform(command)
  }

  private mutating func take(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key):
      return press(key)
    case .paste(let text):
      type(text)
    case .mouse(let gesture, let place):
      return point(gesture, at: place)
    case .resized(let width, let height):
      resize(width: width, height: height)
    case .clock(let now):
      guard now != clock else { return [] }
      clock = now
      refresh()
    case .tick: return playOn()
    case .loaded(let bytes):
      load(bytes)
      say("read \(name)")
    case .notLoaded(let reason):
      problem = reason
      say("not read: \(reason)", .failure)
    case .saved(let name, let notice):
      return finishSaving(name, notice)
    case .notSaved(let refusal):
      failSaving(refusal)
    case .overtaken(let theirs):
      return saveAgain(over: theirs)
    case .edited(let theirs):
      noteEditing(theirs)
      return [.redraw]
    case .notEdited(let reason):
      say(reason, .failure)
      return [.redraw]
    case .fileChanged(let theirs):
      noteChange(theirs)
    case .fileLost(let reason):
      problem = reason
    case .notKept(let reason):
      keepingProblem = reason
      say("a crash would cost unsaved edits: \(reason)", .failure)
    case .kept:
      keepingProblem = nil
    case .leftOver(let draft):
      say("a save was once cut off: look at \(draft), beside \(name)")
    case .recovered(let recovered):
      offer(recovered)
    case .neighbours(let neighbours):
      self.neighbours = neighbours
    case .snapshot(let bytes): noteSnapshot(bytes)
    case .notSnapshot(let reason):
      say("the next meeting will not know what is new: \(reason)", .failure)
    case .asked(let command): wanted = command
    case .themes(let names): themes = names
    case .themed(let name, let remark):
      theme = name
      pendingTheme = nil
      say("theme \(name)" + (remark.map { "; \($0)" } ?? ""))
    case .notThemed(let reason): say(reason, .failure)
    case .complained(let complaints): complain(of: complaints)
    case .resumed:
      backdrop = nil
      return [.redraw]
    case .interrupted: return interrupt()
    case .terminated:
      return [.quit]
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    let isDismissed = notice?.kind == .failure && key == .escape
    notice = nil
    // Esc takes a failure off the screen before it leads anywhere.
    if isDismissed, context == place { return [] }
    if takesDigit(key) { return [] }
    guard let command = keymap.command(for: key, in: context) else {
      count = nil
      return pressUnbound(key)
    }
    // Beyond twice it makes no difference.
    if uses[command, default: 0] < 2 { uses[command, default: 0] += 1 }
    if ![.nextMatch, .previousMatch, .redraw].contains(command) {
      marksMatches = false
    }
    let effects = carryOut(command)
    count = nil
    return effects
  }

  /// Whether `key` is a digit of a count; a 0, and one that means a
  /// command, is one only behind another.
  private mutating func takesDigit(_ key: Key) -> Bool {
    guard case .character(let character) = key,
      let digit = character.asciiValue.map({ Int($0) - 0x30 }),
      (0...9).contains(digit),
      [.board, .page, .meeting, .help, .recovering].contains(context),
      count != nil
        || digit > 0 && keymap.command(for: key, in: context) == nil
    else { return false }
    count = min(99_999, (count ?? 0) * 10 + digit)
    return true
  }

  private mutating func pressUnbound(_ key: Key) -> [Effect] {
    switch context {
    case .typing, .palette, .walking, .filtering, .form, .closing:
      if case .character(let character) = key { type(String(character)) }
    case .voting:
      if case .character(let character) = key { vote(character) }
    case .board, .page, .meeting, .help:
      guard case .character = key else { break }
      say(
        "\(key) does nothing here: \(self.key(.help)) lists the keys, "
          + "\(self.key(.palette)) finds commands")
    case .playing: stopPlaying()
    case .quitting, .reloading, .opening, .refused, .deciding, .recovering,
      .dropping, .adjourning, .adding, .deleting, .closingEarly:
      break
    }
    return []
  }

  /// Does what `command` says.
  package mutating func perform(_ command: Command) -> [Effect] {
    command.contexts.contains(context) ? carryOut(command) : []
  }

  private mutating func carryOut(_ command: Command) -> [Effect] {
    switch command {
    case .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .first,
      .last:
      move(command)
    case .nextPane, .previousPane: changePane()
    case .open: open()
    case .back: goBack()
    case .fold: fold()
    case .goAbove: follow(.above)
    case .goBelow: follow(.below)
    case .goToGuards: follow(.guards)
    case .alignment: openAlignment()
    case .actions: openActions()
    case .search: startSearch()
    case .filter: startFilter()
    case .nextMatch: findNext(count ?? 1)
    case .previousMatch: findNext(-(count ?? 1))
    case .checkIn: startCheckIn()
    case .repeatLast: startRepeating()
    case .walk: startWalk()
    case .skip: goOn(.skipped)
    case .stepBack: goBackInWalk()
    case .add: startAdding()
    case .edit: startEditing()
    case .editAll: editAll()
    case .firstObjective: startGuide()
    case .editBoard: editBoard()
    case .renamePerson: startRenaming(.person)
    case .renameTeam: startRenaming(.team)
    case .renameCycle: startRenaming(.cycle)
    case .declareCycle: declareCycle()
    case .tick: tick()
    case .delete: startDeleting()
    case .moveDown: reorder(count ?? 1)
    case .moveUp: reorder(-(count ?? 1))
    case .undo: editing { $0.undo() }
    case .redo: editing { $0.redo() }
    case .save: return save()
    case .reload: return reload()
    case .openEditor: return openEditor()
    case .saveAndOpen: return saveAndOpen()
    case .meet: return meet()
    case .nextPoint: movePoint(by: count ?? 1)
    case .previousPoint: movePoint(by: -(count ?? 1))
    case .showAgenda: openPage(of: .meeting(.agenda))
    case .addMeetingAction: note(.action)
    case .recordDecision: note(.decision)
    case .recordBlocker: note(.blocker)
    case .parkTopic: note(.parked)
    case .vote: startVote()
    case .setPeople: note(.people(.later))
    case .adjourn: adjourn()
    case .countVote: countVote()
    case .takeBackVote: changeVote { $0.takeBack() }
    case .leaveVote: mode = .browsing
    case .endMeeting: askForNext()
    case .leaveMeeting: leaveMeeting()
    case .dayBack: travel(count ?? 1)
    case .dayForward: travel(-(count ?? 1))
    case .weekBack: travel(7 * (count ?? 1))
    case .weekForward: travel(-7 * (count ?? 1))
    case .today: travel(-daysBack)
    case .cycleBefore: changeCycle(by: -(count ?? 1))
    case .cycleAfter: changeCycle(by: count ?? 1)
    case .compareCycles: openPage(of: .cycles)
    case .play: return startPlaying()
    case .pause: return pausePlaying()
    case .stopPlaying: stopPlaying()
    case .palette: startPalette()
    case .help: openHelp()
    case .nextTheme: return nextTheme()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return quit()
    case .accept: return accept()
    case .cancel: cancel()
    case .cursorLeft, .cursorRight, .cursorStart, .cursorEnd, .cursorWordLeft,
      .cursorWordRight, .eraseForward, .eraseWord,
      .eraseWordForward, .eraseToStart, .eraseToEnd:
      edit(command)
    case .eraseBack: eraseBack()
    case .yank: type(erased)
    case .complete: complete()
    case .olderText: recallText(1)
    case .newerText: recallText(-1)
    case .nextField: moveInForm(1)
    case .previousField: moveInForm(-1)
    case .acceptForm: acceptForm()
    case .startOver: changeForm { $0.startOver() }
    case .nextChoice: choose(1)
    case .previousChoice: choose(-1)
    case .addLikely: addLikely()
    case .addAction: add(.action)
    case .addKeyResult: add(.keyResult)
    case .addObjective: add(.objective)
    case .addKPI: add(.kpi)
    case .addMilestone: add(.milestone)
    case .addPlanPoint: add(.planPoint)
    case .addNarrative: add(.narrative)
    case .addCycle: add(.cycle)
    case .confirmDeletion: delete()
    case .saveAndQuit: return saveAndQuit()
    case .discardAndQuit:
      isForsaken = true
      return [.quit]
    case .discardAndReload:
      mode = .browsing
      return [.reload]
    case .stay: mode = .browsing
    case .saveElsewhere: startNaming()
    case .saveInPlace: return saveInPlace()
    case .saveOnceMore:
      mode = .browsing
      return save()
    case .decideMarkers: decideMarkers()
    case .chooseOurs: choose(.ours)
    case .chooseTheirs: choose(.theirs)
    case .chooseBoth: choose(.both)
    case .nextConflict: moveDecision(by: 1)
    case .previousConflict: moveDecision(by: -1)
    case .acceptDecision: return acceptDecision()
    case .leaveDecision: leaveDecision()
    case .takeRecovered: takeRecovered()
    case .askBeforeDropping: askBeforeDropping()
    case .dropRecovered: dropRecovered()
    case .leaveRecovered: leaveRecovered()
    case .closeCycle: closeCycle()
    case .closeThisObjective: closeSelected()
    case .closeEarly: closeEarly()
    case .nextToClose: moveClosing(by: 1)
    case .previousToClose: moveClosing(by: -1)
    case .reviewCycle: reviewCycle()
    case .practice: openPage(of: .practice)
    }
    return []
  }
}

// What happens to the file.
extension Session {
  private mutating func editing(_ edit: (inout Session) -> Void) {
    if let obstacle { return say(obstacle) }
    edit(&self)
  }

  private mutating func reload() -> [Effect] {
    guard hasUnsavedEdits else { return [.reload] }
    mode = .reloading
    return []
  }

  private mutating func quit() -> [Effect] {
    guard hasUnsavedEdits else { return [.quit] }
    mode = .quitting
    return []
  }

  mutating func saveAndQuit() -> [Effect] {
    mode = .browsing
    // Others may have written the same meanwhile.
    guard hasUnsavedEdits else { return [.quit] }
    quitsOnceSaved = true
    return save()
  }

  /// The most days that are gone back: a board has none before the year 1, and
  /// no reader beyond a century.
  static var reach: Int { 40_000 }

  /// Shows the board `days` earlier; never later than today.
  mutating func travel(_ days: Int) {
    let target = max(0, min(Session.reach, daysBack + days))
    if target == daysBack {
      say(days <= 0 ? "this is today" : "no further back")
      return
    }
    daysBack = target
    refresh()
  }
}
