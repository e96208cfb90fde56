import Testing

extension FrameTests {
  /// The screens of a meeting.
  static let scenesOfMeeting = [
    Scene(name: "meeting-people", keys: "m"),
    Scene(name: "meeting-opening", keys: "m<Enter>"),
    Scene(name: "meeting-point", keys: "m<Enter>nnn"),
    Scene(name: "meeting-ascii", keys: "m<Enter>", glyphs: .ascii),
    Scene(name: "meeting-agenda", keys: "m<Enter>nnm"),
    Scene(name: "meeting-rest", keys: "m<Enter>99n"),
    Scene(
      name: "meeting-action", keys: "m<Enter>na@Ada 2026-12-01 Call them"),
    Scene(name: "meeting-wrong", keys: "m<Enter>qe<^U>2026-11-01"),
    Scene(name: "meeting-vote", keys: "m<Enter>nv466"),
    Scene(name: "meeting-voted", keys: "m<Enter>nv466781<Enter>"),
    Scene(
      name: "meeting-voted-ascii", keys: "m<Enter>nv466781<Enter>",
      glyphs: .ascii),
    Scene(name: "meeting-ending", keys: "m<Enter>nq"),
    Scene(name: "meeting-next", keys: "m<Enter>nqe"),
    Scene(
      name: "meeting-over",
      keys: "m<Enter>nc4 6 slow<Enter>DWe wait<Enter>BThe strike<Enter>"
        + "TGift cards<Enter>a@Ada 2026-12-01 Call them<Enter>qe<Enter>"),
    Scene(name: "meeting-left", keys: "m<Enter>nqlj"),
  ]

  @Test(arguments: scenesOfMeeting, sizes)
  func `a screen of the meeting is as it was found good`(
    scene: Scene, size: (width: Int, height: Int)
  ) throws {
    try compare(scene, size)
  }
}
