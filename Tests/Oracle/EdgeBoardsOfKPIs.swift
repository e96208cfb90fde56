extension EdgeBoard {
  /// What things are called, and where they stand.
  static var names: [EdgeBoard] {
    [
      EdgeBoard(
        "ids with dots and non-Latin letters", asOf: ["2026-06-30"],
        """
        reading [é.x_1-] 2026-06-29 5
        objective [信頼] 信頼
          cycle 2026
          kr [Übung.1] Übung
            from 0 to 10
          kr [e\u{301}.x_1-] Decomposed
            from 0 to 10
          kr [é.x_1-] Composed
            from 0 to 10
        objective [नमस्ते] Greeting
          supports [信頼]
        reading [Übung.1] 2026-06-29 7
        reading [e\u{301}.x_1-] 2026-06-29 6
        """),
      EdgeBoard(
        "a reading before the thing it names",
        asOf: ["2026-06-28", "2026-06-29", "2026-06-30"],
        """
        reading [k] 2026-06-29 5 7/10
        reading [o] 2026-06-29 - on-track
        objective [o] Named
          cycle 2026
          reading [n] 2026-06-29 3
          owner Ada
          kr [k] Key
            from 0 to 10
            reading [k] 2026-06-28 4
            2026-06-29 6
        kpi [n] Number
        reading [k] 2026-06-29 - 8/10
        reading [nothing] 2026-06-29 5
          owner Still the number's
        """),
      EdgeBoard(
        "what stands twice", asOf: ["2026-06-30"],
        """
        board First
        board Second
        cycle Own 2026-01-01 .. 2026-12-31
        cycle Own 2026-06-01 .. 2026-06-30
        objective [o] First
          cycle Own
          owner Ada
          owner Lin
          kind committed
          kind learning
          weight 2
          weight 3
          kr [k] First
            from 0 to 10
            from 0 to 100
            keep above 3
            weight 0.5
            weight 1
        objective [o] Second
          cycle Own
          kr [k] Second
            from 0 to 10
            2026-06-29 1
        kpi [o] Third
          unit a
          unit b
          target 5
          target 6 by 2026-12-31
          healthy 1 ..
          healthy 2 ..
          2026-06-29 1
        reading [k] 2026-06-29 5
        reading [o] 2026-06-29 - 5/10
        """),
      EdgeBoard(
        "references to nothing", asOf: ["2026-06-30"],
        """
        objective [o] Lost
          cycle Nowhere
          supports [nothing]
          supports [k]
          kr [k] Key
            measured by [o]
            from 0 to 10
            2026-06-29 5
        kpi [n] Number
          guards [nothing]
          guards [o]
          guards [k]
        """),
      EdgeBoard(
        "awkward letters", asOf: ["2026-06-30"],
        "\u{FEFF}board\tA \"b\" \\ c\u{200B}\u{202E}d #e\r\n"
          + "\t objective\t[not an id] Title  with   gaps \t\r\n"
          + "owner @\"Grace  Hopper\"\n"
          + "with @Ada , Lin Lee,@\"Zoë\"\r\n"
          + "kr \u{A0}no-break\u{A0}\n"
          + "2026-06-29 - 7/10 @\"A B\" off-track note\r\n"
          + "from 0 to 10 a\tb\n#kr [x] not one\n\n \t\nmeeting 2026-06-29"
          + " Über\t@Ada @\"Grace Hopper\"\ndecision # stays"),
      EdgeBoard(
        "words after a value", asOf: ["2026-06-30"],
        """
        objective [o] Words
          cycle 2026
          kr [a] Any order
            from 0 to 10
            2026-06-28 1 @Ada at-risk 0/10 on-track is a note
            2026-06-29 2 10/10 @"Grace Hopper" off-track 3/10
          kr [b] Note at once
            from 0 to 10
            2026-06-28 1 5/10
            2026-06-29 2 -- 9/10 off-track
          kr [c] Not a confidence
            from 0 to 10
            2026-06-29 2 11/10 off-track
          kr [d] Negative
            from 0 to -10
            2026-06-29 -3 07/10
        """),
      EdgeBoard(
        "the past and the future",
        asOf: ["2026-06-14", "2026-06-15T09:29:59", "2026-06-15T09:30"],
        """
        objective [o] Time
          cycle 2026
          action [x 2026-06-15T09:30] 2026-06-01 @Ada Later
          kr [k] Key
            from 0 to 10
            2026-06-10 1 3/10
            2026-06-15T09:30 5 7/10
            2026-06-16 9
        meeting 2026-06-10 Past
          next 2026-06-17
        meeting 2026-06-15T09:30 Now @Ada
          action [ ] Something
          blocker It
          parked That
        """),
      EdgeBoard("nothing at all", asOf: ["2026-06-30"], ""),
    ]
  }

  /// Numbers of periods.
  static var totals: [EdgeBoard] {
    let days = ["2026-06-14", "2026-06-15T00:00", "2026-06-21", "2026-08-01"]
    return ["last", "sum", "mean", "min", "max"].map { kind in
      EdgeBoard(
        "\(kind) per period", asOf: days,
        ["minute", "6 hours", "day", "week", "2 weeks", "month"].map {
          """
          kpi [\(kind).\($0.filter { $0 != " " })] \($0)
            total \(kind) per \($0)
            healthy 2 ..
            2026-05-27T09:30 7
            2026-06-01 1
            2026-06-03 4
            2026-06-03T23:59:59 2.5
            2026-06-14 3
            2026-06-15 - Nothing new
            2026-06-16T12:00 9
            2026-06-01 5
          """
        }.joined(separator: "\n"))
    } + [
      EdgeBoard(
        "a first period that is not complete",
        asOf: ["2026-06-07", "2026-06-14", "2026-06-21", "2026-12-31"],
        """
        every 2 weeks
        kpi [monday] From a Monday
          total sum per week
          2026-06-01T09:30 3
          2026-06-10 4
        kpi [tuesday] From a Tuesday
          total sum per week
          2026-06-02 3
          2026-06-10 4
        kpi [every] Per every
          total sum
          2026-06-02 3
          2026-06-18 4
        kpi [quarter] Per quarter
          total mean per quarter
          2026-01-01 3
          2026-02-01 6
          2026-07-01 6
          2026-12-31 9
        kpi [year] Per two years
          total max per 2 years
          2024-01-01 3
          2026-02-01 6
        """),
      EdgeBoard(
        "changes", asOf: ["2026-06-30"],
        """
        kpi [zero] From nothing
          2026-06-01 0
          2026-06-02 5
        kpi [negative] From below nothing
          unit €
          2026-06-01 -4
          2026-06-02 -3
        kpi [points] In per cent
          unit %
          2026-06-01 50
          2026-06-02 40
        kpi [one] The first
          2026-06-02 40
        kpi [none] Not a number
          healthy 1 ..
          2026-06-02 - Nothing to measure
        """),
    ]
  }

  /// What is said about a KPI.
  static var verdicts: [EdgeBoard] {
    [
      EdgeBoard(
        "ranges and their ends", asOf: ["2026-06-30"],
        """
        every year
        kpi [healthy] On the end
          healthy 99.9 ..
          tolerable 99.5 ..
          2026-06-29 99.9
        kpi [tolerable] On the other end
          healthy 99.9 ..
          tolerable 99.5 ..
          2026-06-29 99.5
        kpi [critical] Outside
          healthy 99.9 .. 100
          2026-06-29 100.1
        kpi [only] Tolerable alone
          tolerable .. 5
          2026-06-29 5
        kpi [untracked] No ranges
          2026-06-29 5
        """),
      EdgeBoard(
        "accepted for a time",
        asOf: [
          "2026-05-31", "2026-06-01", "2026-06-10", "2026-06-20", "2026-06-21",
        ],
        """
        every year
        kpi [known] Known
          healthy 10 .. 20
          tolerable 9 .. 21
          accept 2026-06-01 until 2026-06-20 at 5 The vendor
          2026-05-30 6
          2026-06-10 5
          2026-06-19 4.9
        kpi [other] On the other side
          healthy 10 .. 20
          accept 2026-06-01 until 2026-06-20 at 5 The vendor
          2026-05-30 25
          2026-06-10 26
        kpi [two] Two of them
          healthy 10 ..
          accept 2026-06-05 until 2026-06-20 at 8 Less
          accept 2026-06-01 until 2026-06-10 at 2 More
          2026-05-30 5
        """),
      EdgeBoard(
        "a KPI that is stale", asOf: ["2026-06-11", "2026-06-12"],
        """
        kpi [k] Weekly
          healthy 1 ..
          2026-06-01 5
        kpi [spoken] Spoken of
          healthy 1 ..
          2026-06-01 5
          2026-06-05 - Nothing new
        """),
    ]
  }
}
