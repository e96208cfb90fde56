// What a person sets.
extension Session {
  /// Draws everything in the theme of that name, once the world has read it.
  package mutating func useTheme(_ name: String) -> [Effect] {
    [.useTheme(name)]
  }

  /// The theme after the one in use, as often as a count says; after one that
  /// is wrong, so that nobody is held up by it.
  mutating func nextTheme() -> [Effect] {
    guard !themes.isEmpty else { return [] }
    let place = themes.firstIndex(of: pendingTheme ?? theme) ?? -1
    let next = themes[(place + (count ?? 1)) % themes.count]
    pendingTheme = next
    return useTheme(next)
  }

  /// Says what is wrong with what the person set, a line for each complaint.
  mutating func complain(of complaints: [String]) {
    guard !complaints.isEmpty else { return }
    say(complaints.joined(separator: "\n"), .failure)
  }
}
