/// What has happened to a watched file.
package enum News: Hashable, Sendable {
  /// It holds something else now, or is back.
  case content(LoadedFile)
  /// It is gone, and not only while somebody saves it.
  case missing
  case unreadable(LoadError)
}
