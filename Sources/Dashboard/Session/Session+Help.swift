import Canvas

/// Where somebody is in the help.
package struct HelpPlace: Hashable, Sendable {
  var page: HelpPage
  package var scroll = Scroll()
  /// What is searched for.
  package var field = TextField()
  package var isTyping = false
  /// The row of the match that one has gone to.
  var match: Int?
  /// Where the search that is typed began.
  var origin = Scroll()

  var sought: FoldedText { FoldedText(field.text) }
}

extension HelpPlace {
  fileprivate mutating func forgetSearch() {
    field = TextField()
    match = nil
  }
}

// The help, and searching in it.
extension Session {
  mutating func openHelp() {
    mode = .help(HelpPlace(page: HelpPage(here: place, keymap)))
  }

  private mutating func changeHelp(_ change: (inout HelpPlace) -> Void) {
    guard case .help(var place) = mode else { return }
    change(&place)
    mode = .help(place)
  }

  mutating func startSearchInHelp() {
    changeHelp { place in
      place.isTyping = true
      place.forgetSearch()
      place.origin = place.scroll
    }
  }

  /// Shows the first match from where the search began.
  mutating func searchHelp(for field: TextField) {
    let width = size.width
    changeHelp { place in
      place.field = field
      place.scroll = place.origin
      place.match = nil
      let matches = place.page.matches(of: place.sought, width: width)
      guard
        let row = matches.first(where: { $0 >= place.origin.top })
          ?? matches.first
      else { return }
      place.show(row)
    }
  }

  mutating func acceptSearchInHelp() {
    guard case .help(let place) = mode else { return }
    changeHelp { $0.isTyping = false }
    guard !place.field.text.isEmpty else { return }
    if place.match == nil {
      say("nothing here mentions '\(place.field.text)'", .failure)
    } else {
      tellMatch()
    }
  }

  /// Leaves the search, back to where it began.
  mutating func cancelSearchInHelp() {
    changeHelp { place in
      place.isTyping = false
      place.forgetSearch()
      place.scroll = place.origin
    }
  }

  /// Goes `steps` matches on, around the end; backwards where negative.
  mutating func findInHelp(_ steps: Int) {
    guard case .help(let place) = mode else { return }
    guard !place.field.text.isEmpty else {
      return say("nothing to find again: \(key(.search)) searches")
    }
    let matches = place.page.matches(of: place.sought, width: size.width)
    guard !matches.isEmpty else {
      return say("nothing here mentions '\(place.field.text)'", .failure)
    }
    let count = matches.count
    let last = place.match ?? place.scroll.top
    let index: Int
    if steps > 0 {
      let next = matches.firstIndex { $0 > last } ?? 0
      index = (next + (steps - 1)) % count
    } else {
      let before = matches.lastIndex { $0 < last } ?? count - 1
      index = ((before + (steps + 1) % count) + count) % count
    }
    changeHelp { $0.show(matches[index]) }
    tellMatch()
  }

  /// `2 of 7: n goes to the next`.
  private mutating func tellMatch() {
    guard case .help(let place) = mode, let match = place.match else { return }
    let matches = place.page.matches(of: place.sought, width: size.width)
    guard let index = matches.firstIndex(of: match) else { return }
    say(
      "'\(place.field.text)': \(index + 1) of \(matches.count)"
        + (matches.count > 1
          ? ", \(key(.nextMatch, in: .help)) goes to the next" : ""))
  }
}

extension Session {
  /// Stays with the match where the lines lie otherwise in another width.
  mutating func followMatchInHelp(from old: Int) {
    let new = size.width
    changeHelp { place in
      guard let match = place.match,
        let line = place.page.line(
          matching: place.sought, row: match, width: old),
        let row = place.page.row(of: line, width: new)
      else { return }
      place.show(row)
    }
  }
}

extension HelpPlace {
  /// Shows a row with what it belongs to above it, where there is room.
  fileprivate mutating func show(_ row: Int) {
    match = row
    scroll.top = max(0, row - 2)
    scroll.selected = scroll.top
  }
}
