import Goals

extension Document {
  /// What the reading of a row says, its number as it is spelled; `nil` where
  /// there is no such reading.
  package func checkIn(row: Int, of thing: Thing) -> CheckIn? {
    guard let starts = try? lines(ofRow: row, of: thing) else { return nil }
    let readings = board.readings
    var checkIn = CheckIn(moment: readings.moment(at: row))
    if let value = readings.value(at: row) {
      checkIn.value = value
      let words = starts.reversed().lazy.compactMap { wordOfValue(at: $0) }
      checkIn.valueText = words.first { $0 != "-" }
    }
    guard let words = readings.words(at: row) else { return checkIn }
    if words.confidence >= 0 { checkIn.confidence = Int(words.confidence) }
    checkIn.status = words.status
    checkIn.person = words.person.map(board.text)
    checkIn.note = words.note.map(board.text)
    return checkIn
  }

  /// The word behind the date of the reading that begins there.
  private func wordOfValue(at start: Int) -> String? {
    let words = words(in: line(at: start))
    let place = isOwnReading(at: start) ? 1 : 3
    return words.indices.contains(place) ? words[place] : nil
  }
}

extension CheckIn {
  /// What somebody types to say the same: `2026-10-05 34 6/10 @Grace Vendor`.
  package var typed: String {
    var words = words
    if confidence == nil, let note, !words.contains("--"),
      let first = note.split(separator: " ").first,
      looksLikeConfidence(first)
    {
      // Typed, a number behind the value is the confidence.
      words.insert("--", at: words.count - 1)
    }
    return words.joined(separator: " ")
  }
}
