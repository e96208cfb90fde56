import Goals

// What is asked in the bottom line.
extension Session {
  /// How much room there is for words.
  enum Wording {
    case full, short
  }

  /// What is asked, or empty where nothing is.
  func question(_ wording: Wording) -> String {
    let isShort = wording == .short
    return switch mode {
    case .quitting, .opening:
      isShort ? "unsaved edits" : "there are unsaved edits"
    case .reloading: "there are unsaved edits"
    case .refused: "not saved"
    case .deciding(let decision):
      "\(decision.countOfDecided) of \(decision.conflicts.count) decided"
    case .adjourning: isShort ? "end it?" : "end the meeting?"
    case .recovering(_, .reading): "edits were left behind"
    case .recovering(_, .asked): "forget them for good"
    case .closing(let walk): wordsOfEnd(walk, wording)
    case .adding: "add"
    case .deleting(let deletion):
      question(deletion, room: size.width - (isShort ? 17 : 28))
    case .browsing, .playing, .searching, .checkingIn, .repeating, .filtering,
      .naming, .choosing, .help, .noting, .voting, .writing, .filling,
      .carrying:
      ""
    }
  }

  /// What can be answered, each with its key.
  func answers(_ wording: Wording) -> [String] {
    let isShort = wording == .short
    func say(_ command: Command, _ full: String, _ short: String) -> String? {
      answer(command, isShort ? short : full)
    }
    let answers: [String?]
    switch mode {
    case .quitting:
      answers = [
        say(.saveAndQuit, "save and quit", "save"),
        say(.discardAndQuit, "discard and quit", "discard"),
        answer(.stay, "stay"),
      ]
    case .reloading:
      answers = [
        say(.discardAndReload, "discard them and read anew", "discard"),
        answer(.stay, "stay"),
      ]
    case .opening:
      answers = [
        say(.saveAndOpen, "save and open the editor", "save"),
        answer(.stay, "stay"),
      ]
    case .refused(let refusal):
      answers = [
        say(.saveElsewhere, "save elsewhere", "elsewhere"),
        refusal.allowsInPlace
          ? say(.saveInPlace, "write in place", "in place") : nil,
        say(.saveOnceMore, "try again", ""), say(.stay, "go on", ""),
      ]
    case .deciding(let decision):
      answers = answersToConflict(decision, wording)
    case .recovering(_, .reading):
      answers = [
        say(.takeRecovered, "take them over", "take"),
        say(.askBeforeDropping, "forget them", "forget"),
        say(.leaveRecovered, "next time", "later"),
      ]
    case .recovering(_, .asked):
      answers = [answer(.dropRecovered, "yes"), answer(.leaveRecovered, "no")]
    case .adjourning:
      answers = [
        say(.endMeeting, "end it", "end"),
        say(.leaveMeeting, "leave it for later", "later"),
        say(.stay, "go on", "on"),
      ]
    case .closing:
      answers = [
        say(.closeEarly, "close it now", "close"), answer(.stay, "stay"),
      ]
    case .adding: answers = answersToAdding(wording)
    case .deleting:
      answers = [
        say(.confirmDeletion, "delete", "yes"),
        say(.stay, "keep it", "no"),
      ]
    case .browsing, .playing, .searching, .checkingIn, .repeating, .filtering,
      .naming, .choosing, .help, .noting, .voting, .writing, .filling,
      .carrying:
      answers = []
    }
    return answers.compactMap(\.self)
  }

  /// What can be added, the most likely first.
  private func answersToAdding(_ wording: Wording) -> [String?] {
    let first = additions.first
    func words(_ addition: Addition) -> String {
      wording == .full ? addition.title : addition.shortTitle
    }
    return [first.flatMap { answer(.addLikely, words($0)) }]
      + additions.filter { $0 != first }.map { answer($0.command, words($0)) }
  }

  /// What leaves the palette, in one line.
  var answersToPalette: String {
    [answer(.accept, "do"), answer(.cancel, "back")]
      .compactMap(\.self).joined(separator: "  ")
  }

  private func answersToConflict(
    _ decision: Decision, _ wording: Wording
  ) -> [String?] {
    let accept = decision.isDecided ? answer(.acceptDecision, "take it") : nil
    guard wording == .full else {
      return [
        accept, answer(.chooseOurs), answer(.chooseTheirs),
        answer(.leaveDecision, "later"),
      ]
    }
    let moves = [answer(.nextConflict), answer(.previousConflict)]
      .compactMap(\.self).joined(separator: " ")
    return [
      accept, answer(.chooseOurs, "left"), answer(.chooseTheirs, "right"),
      decision.allowsBoth ? answer(.chooseBoth, "both") : nil,
      moves.isEmpty ? nil : "\(moves) move", answer(.leaveDecision, "later"),
    ]
  }
}
