extension EdgeBoard {
  /// How far a value has come.
  static var ways: [EdgeBoard] {
    [
      EdgeBoard(
        "B below A", asOf: ["2026-06-30", "2026-12-31"],
        """
        objective [o] Lose fewer customers
          cycle 2026
          kr [churn] Churn
            from 5 to 2 %
            2026-06-01 4.4
            2026-06-29 1.7%
        """),
      EdgeBoard(
        "A equals B", asOf: ["2026-06-30"],
        """
        objective [o] Stand still
          cycle 2026
          kr [same] The same
            from 5 to 5.0 points
            2026-06-29 5
          kr [other] Another
            from 0 to 10
            2026-06-29 5
        """),
      EdgeBoard(
        "a value beyond both ends", asOf: ["2026-06-30"],
        """
        objective [o] Overshoot
          cycle 2026
          kr [above] Above
            from 10 to 20
            2026-06-29 21.2
          kr [below] Below
            from 10 to 20
            2026-06-29 9
        """),
      EdgeBoard(
        "no reading", asOf: ["2025-12-31", "2026-01-05", "2026-06-30"],
        """
        objective [o] Silence
          cycle 2026
          every year
          kr [way] Way
            from 10 to 20
          kr [keep] Keep
            keep below 3
          kr [nothing] Without a measure
          kr [steps] Steps
            milestone [ ] Only one
        kpi [k] A number
          healthy 1 .. 2
        """),
      EdgeBoard(
        "readings out of order and twice on a date",
        asOf: ["2026-03-01", "2026-03-09", "2026-03-10", "2026-03-11"],
        """
        objective [o] Order
          cycle 2026
          kr [k] Key
            from 0 to 100
            2026-03-10 50 7/10 at-risk @Ada Second thoughts
            2026-03-01 10 3/10
            2026-03-10 60
            2026-03-09 - 5/10 on-track
            2026-03-11 - -- 9/10 is what he said
            2026-03-11 - @Lin 8/10
        reading [k] 2026-03-10 - 6/10
        """),
      EdgeBoard(
        "a leap day", asOf: ["2024-02-28", "2024-02-29", "2024-03-01"],
        """
        objective [o] Leap
          cycle 2024-02
          kr [k] Key
            from 0 to 28
            2024-02-29 14
            due 2024-02-29
        kpi [m] Monthly
          total sum per month
          2024-02-01 1
          2024-02-29T23:59:59 2
          2024-03-01 4
        """),
      EdgeBoard(
        "a move between two readings",
        asOf: ["2026-05-31", "2026-06-14", "2026-06-15", "2026-07-01"],
        """
        objective [o] Goalposts
          cycle 2026
          kr [k] Key
            from 0 to 100
            2026-06-01 30
            2026-06-30 45
            moved 2026-06-15 to 90 First
            moved 2026-06-15 from 10 to 80 The later line of the day
            moved 2026-06-01 to 120 Earlier, though it stands below
        """),
      EdgeBoard(
        "a move before the window begins", asOf: ["2026-01-10", "2026-07-10"],
        """
        objective [o] Goalposts
          cycle 2026-H2
          kr [k] Key
            from 0 to 100
            moved 2026-01-05 to 50
            2026-01-06 10
            2026-07-09 20
        """),
      EdgeBoard(
        "all the spellings of a number", asOf: ["2026-06-30"],
        """
        objective [o] Spelling
          cycle 2026
          kr [a] Kilo
            from +2.5 to 2.01k things
            2026-06-29 1_200
          kr [b] Exponent
            from -3 to 1.2e6
            2026-06-29 120k
          kr [c] Large
            from 0M to 1.5B €
            2026-06-29 1_200_000_000%
          kr [d] Small
            from 5e-3% to 0.1e+1%
            2026-06-29 +0.50
          kr [e] Tenths
            from 0 to 0.3
            2026-06-29 0.3e0
        """),
    ]
  }

  /// Where a key result should be.
  static var windows: [EdgeBoard] {
    [
      EdgeBoard(
        "a cycle declared and cycles known by name",
        asOf: ["2026-10-01", "2026-11-15", "2026-12-28", "2027-01-03"],
        """
        cycle 2026-Q4 2026-10-05 .. 2027-01-01
        cycle Own 2026-11-01 .. 2026-11-30
        objective [a] Declared under a known name
          cycle 2026-Q4
          kr From nothing
            from 0 to 1
            2026-10-06 0.5
        objective [b] Its own
          cycle Own
          kr From nothing
            from 0 to 1
            2026-11-14 0.25
        objective [c] The last ISO week
          cycle 2026-W53
          kr From nothing
            from 0 to 1
            2026-12-28 0.25
        objective [d] A month
          cycle 2026-11
        objective [e] A half year
          cycle 2026-H2
        objective [f] A year
          cycle 2026
        objective [g] A week that crosses the year
          cycle 2026-W01
        objective [h] A cycle that does not exist
          cycle 2025-W53
          kr From nothing
            from 0 to 1
            2026-12-28 0.25
        """),
      EdgeBoard(
        "a plan with points on the ends",
        asOf: ["2025-12-31", "2026-01-01", "2026-01-16", "2026-01-31"],
        """
        objective [o] Planned
          cycle 2026-01
          every year
          kr [ends] On both ends
            from 0 to 100
            plan 2026-01-31 80
            plan 2026-01-01 20
            plan 2026-01-16 30
            2026-01-01 25
          kr [outside] One outside
            from 0 to 100
            plan 2026-02-01 5
            plan 2025-12-31 5
            plan 2026-01-11 50
            2026-01-01 25
          kr [moved] After a move
            from 0 to 100
            plan 2026-01-16 50
            moved 2026-01-10 to 200
            2026-01-01 25
        """),
      EdgeBoard(
        "a window of one day", asOf: ["2026-05-04", "2026-05-05"],
        """
        objective [o] One day
          kr [k] Key
            start 2026-05-05
            due 2026-05-05
            from 0 to 10
            2026-05-04 9
          kr [p] Planned
            start 2026-05-05
            due 2026-05-05
            from 0 to 10
            plan 2026-05-05 8
            2026-05-04 9
        """),
      EdgeBoard(
        "half a window", asOf: ["2026-05-04", "2026-06-30"],
        """
        objective [o] Half
          kr [start] Start alone
            start 2026-05-05
            from 0 to 10
          kr [due] Due alone
            due 2026-06-05
            keep above 3
            2026-05-01 4
            2026-06-10 2
          kr [sum] What it takes
            start 2026-05-05
            from 0 to 10
            measured by [s]
        kpi [s] Sum
          total sum per week
          2026-05-04 1
          2026-05-05 2
          2026-06-29 3
        """),
      EdgeBoard(
        "a key result with its own cycle",
        asOf: ["2026-02-10", "2026-06-30"],
        """
        objective [o] Year
          cycle 2026
          kr [own] Quarter
            cycle 2026-Q1
            from 0 to 10
            2026-01-10 5
          kr [due] Narrower
            cycle 2026-Q1
            due 2026-02-28
            from 0 to 10
            2026-01-10 5
          kr [unknown] Unknown
            cycle Nowhere
            from 0 to 10
            2026-01-10 5
        """),
      EdgeBoard(
        "milestones with and without dates",
        asOf: ["2026-10-07", "2026-10-08", "2026-10-08T12:00", "2026-12-11"],
        """
        objective [o] Steps
          cycle 2026-Q4
          kr [all] All due
            milestone [x 2026-10-08] 2026-10-09 Script
            milestone [ ] 2026-11-06 Five
            milestone [x] 2026-12-11 All
          kr [some] Some due
            milestone [x 2026-10-08T13:00] 2026-10-09 Script
            milestone [ ] Five
        objective [p] Without a cycle
          kr [free] All due
            milestone [x 2026-10-08] 2026-10-09 Script
            milestone [ ] 2026-11-06 Five
        """),
    ]
  }

  /// Numbers to hold.
  static var keeps: [EdgeBoard] {
    [
      EdgeBoard(
        "keep with the value on the edge",
        asOf: ["2026-06-03", "2026-06-05T12:00", "2026-06-10"],
        """
        objective [o] Hold
          cycle 2026-06
          kr [above] Above
            keep above 99.9 %
            2026-06-01 99.9
            2026-06-03 99.89
            2026-06-05 99.9
          kr [below] Below
            keep below 3
            2026-06-01 3
            2026-06-03 3.0000001
          kr [between] Between
            keep between 1 and 1 point
            2026-06-02T12:00 1
            2026-06-02T18:00 2
            2026-06-04 1
        """),
      EdgeBoard(
        "keep over the window's last day", asOf: ["2026-06-30", "2026-07-10"],
        """
        objective [o] Hold
          cycle 2026-06
          kr [k] Before and after
            keep above 5
            2026-05-21 6
            2026-06-21 4
            2026-07-05 6
          kr [late] Only after
            keep above 5
            2026-07-05 6
          kr [moment] At the moment
            keep above 5
            2026-07-10T00:00 4 on-track
        """),
      EdgeBoard(
        "keep at the very moment of its only reading",
        asOf: ["2026-06-10T09:30", "2026-06-10T09:31", "2026-06-10"],
        """
        objective [o] Hold
          cycle 2026-06
          kr [in] Inside
            keep above 5
            2026-06-10T09:30 5
          kr [out] Outside
            keep above 5
            2026-06-10T09:30 4.9
        """),
      EdgeBoard(
        "keep measured by a KPI and declared on track",
        asOf: ["2026-06-05", "2026-06-20"],
        """
        objective [o] Hold
          cycle 2026-06
          kr [k] Measured
            keep below 10 errors
            measured by [errors]
            2026-06-04 - on-track 6/10
        kpi [errors] Errors
          every day
          2026-05-31 50
          2026-06-01 4
          2026-06-02 11
          2026-06-19 3
        """),
    ]
  }
}
