/// The word of `words` that a misspelled one was most likely meant to be, or
/// `nil` where none is near.
package func nearestWord(to word: String, among words: [String]) -> String? {
  let letters = Array(word.lowercased().utf8.prefix(24))
  var best: (word: String, distance: Int)?
  for candidate in words {
    let name = Array(candidate.lowercased().utf8.prefix(24))
    let distance = editDistance(letters, name)
    guard isNear(letters, name, at: distance) else { continue }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.word
}

/// Whether one word may be the other, misspelled.
func isNear(_ left: [UInt8], _ right: [UInt8], at distance: Int) -> Bool {
  distance <= max(1, min(left.count, right.count) / 2 - 1)
    || isSwap(left, right)
}

/// Whether two words have the same letters in another order.
private func isSwap(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  left.count == right.count && left.count > 1 && left.sorted() == right.sorted()
}

/// How many letters have to be put in, left out or replaced to turn one word
/// into the other (Levenshtein 1965).
func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var row = Array(0...right.count)
  for (index, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for column in right.indices {
      let replaced = diagonal + (letter == right[column] ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
    }
  }
  return row[right.count]
}
