/// How to take what can stand only once in a block: the first one holds.
///
/// A second one is complained of, unless it stands on the second side of a
/// conflict.
struct Once {
  let isOnSecondSide: Bool

  func check(
    _ isFirst: Bool, _ keyword: Keyword, _ range: Range<Int>
  ) throws(Complaint) {
    guard !isFirst, !isOnSecondSide else { return }
    throw Complaint(
      .doubled, "a second '\(keyword.rawValue)': the first one holds",
      "keep one of them", at: range)
  }

  func set<Value>(
    _ property: inout Value?, _ value: Value, _ keyword: Keyword,
    _ word: Range<Int>
  ) throws(Complaint) {
    try check(property == nil, keyword, word)
    if property == nil { property = value }
  }

  func set(
    _ flag: inout Bool, _ keyword: Keyword, _ word: Range<Int>
  ) throws(Complaint) {
    try check(!flag, keyword, word)
    flag = true
  }
}
