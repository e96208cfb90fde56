/// A fraction as whole per cent, the way every screen and report rounds it:
/// half up, 100 only from 1 on, 0 only at 0.
package func percent(_ fraction: Double) -> Int {
  guard fraction.isFinite else { return 0 }
  let hundredths = (fraction * 100 + 0.5).rounded(.down)
  let whole = Int(min(max(hundredths, -1e15), 1e15))
  if fraction < 1 - tolerance, whole >= 100 { return 99 }
  if whole == 0, abs(fraction) > tolerance { return fraction > 0 ? 1 : -1 }
  return whole
}

/// A gap in words: `11 pp behind`, `3 pp ahead`, `as expected`.
package func gapInWords(_ gap: Double) -> String {
  let points = percentagePoints(gap)
  if points == 0 { return "as expected" }
  return points > 0 ? "\(points) pp ahead" : "\(-points) pp behind"
}

/// A difference of fractions in whole percentage points, rounded half up.
package func percentagePoints(_ difference: Double) -> Int {
  guard difference.isFinite else { return 0 }
  let hundredths = (difference * 100 + 0.5).rounded(.down)
  return Int(min(max(hundredths, -1e15), 1e15))
}
