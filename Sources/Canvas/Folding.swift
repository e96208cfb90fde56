/// A text as it is compared in searches: without case, accents and what is not
/// seen.
///
/// "José", "JOSE" and "josé" spelled with a combining accent are the same, and
/// so are "Straße" and "strasse".
package struct FoldedText: Hashable, Sendable {
  /// What is compared.
  package private(set) var scalars: [Unicode.Scalar] = []
  /// The character of the text that each of `scalars` comes from, from 0.
  package private(set) var places: [Int] = []

  package init(_ text: some StringProtocol) {
    scalars.reserveCapacity(text.utf8.count)
    places.reserveCapacity(text.utf8.count)
    for (place, character) in text.enumerated() {
      for scalar in character.unicodeScalars {
        for folded in folds(of: scalar) {
          scalars.append(folded)
          places.append(place)
        }
      }
    }
  }

  package var isEmpty: Bool { scalars.isEmpty }

  /// Where `wanted` stands first, as a range of characters of the text; `nil`
  /// where it does not stand.
  package func range(of wanted: FoldedText) -> Range<Int>? {
    guard let first = wanted.scalars.first,
      wanted.scalars.count <= scalars.count
    else { return nil }
    for start in 0...(scalars.count - wanted.scalars.count)
    where scalars[start] == first
      && scalars[start...].starts(with: wanted.scalars)
    {
      return places[start]..<places[start + wanted.scalars.count - 1] + 1
    }
    return nil
  }

  /// Whether `wanted` stands in it; an empty text does everywhere.
  package func contains(_ wanted: FoldedText) -> Bool {
    wanted.isEmpty || range(of: wanted) != nil
  }
}

/// What is compared in place of a scalar; nothing for marks and what is not
/// seen.
private func folds(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
  if scalar.isASCII {
    let isCapital = (0x41...0x5A).contains(scalar.value)
    return [
      isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
    ]
  }
  switch scalar {
  case "ß", "ẞ": return ["s", "s"]
  case "æ", "Æ": return ["a", "e"]
  case "œ", "Œ": return ["o", "e"]
  case "þ", "Þ": return ["t", "h"]
  case "ø", "Ø": return ["o"]
  case "ł", "Ł": return ["l"]
  case "đ", "Đ", "ð", "Ð": return ["d"]
  case "ħ", "Ħ": return ["h"]
  case "ı": return ["i"]
  case "ё", "Ё": return ["е"]
  case "ς": return ["σ"]
  default: break
  }
  if isMarkOrHidden(scalar) { return [] }
  if let base = baseLetter(of: scalar) { return [base] }
  return Array(scalar.properties.lowercaseMapping.unicodeScalars)
}

/// The small letter without the marks of `scalar`, or `nil` where it has none.
func baseLetter(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
  var low = 0
  var high = baseLetters.count / 2
  while low < high {
    let middle = (low + high) / 2
    if baseLetters[2 * middle] < scalar.value {
      low = middle + 1
    } else {
      high = middle
    }
  }
  guard 2 * low < baseLetters.count, baseLetters[2 * low] == scalar.value else {
    return nil
  }
  return Unicode.Scalar(baseLetters[2 * low + 1])
}
