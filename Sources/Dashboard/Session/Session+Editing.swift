import GoalFile
import Goals

// What stands on the board is edited where it stands.
extension Session {
  /// Has the selected line of a page typed anew; else opens the form of what
  /// is selected.
  mutating func startEditing() {
    if let obstacle { return say(obstacle) }
    guard let address = selectedAddress else { return editAll() }
    startRewriting(address)
  }
}
