extension EdgeBoard {
  /// Numbers made of other numbers.
  static var means: [EdgeBoard] {
    [
      EdgeBoard(
        "zero weights", asOf: ["2026-06-30"],
        """
        objective [none] Nothing weighs
          cycle 2026
          kr A
            from 0 to 10
            weight 0
            2026-06-29 5
          kr B
            from 0 to 10
            weight 0.0
            2026-06-29 10
        objective [some] Something weighs
          cycle 2026
          weight 0
          kr A
            from 0 to 10
            weight 0
            2026-06-29 9
          kr B
            from 0 to 10
            weight 2.5
            2026-06-29 4
        objective [whole] The cycle's
          cycle 2026
          weight 3
          kr A
            from 0 to 10
            2026-06-29 5
        """),
      EdgeBoard(
        "living by supporters", asOf: ["2026-06-30"],
        """
        objective [up] The parent
          cycle 2026
          every year
          2026-06-01 - 7/10
        objective [a] Supports once
          cycle 2026
          supports [up]
          supports [up]
          weight 3
          kr A
            from 0 to 10
            2026-06-29 5
        objective [b] Supports by way of another
          cycle 2026
          supports [mid]
          kr B
            from 0 to 10
            2026-06-29 12
        objective [mid] Between
          cycle 2026
          supports [up]
        objective [empty] Has nothing
          supports [up]
        """),
      EdgeBoard(
        "loops in supports", asOf: ["2026-06-30"],
        """
        objective [a] A
          cycle 2026
          supports [b]
          supports [a]
        objective [b] B
          cycle 2026
          supports [c]
        objective [c] C
          cycle 2026
          supports [a]
          supports [nothing]
        objective [d] D
          cycle 2026
          supports [a]
          kr K
            from 0 to 4
            2026-06-29 1
        """),
      EdgeBoard(
        "measured by the sum of a KPI",
        asOf: ["2026-09-30", "2026-10-20", "2027-01-31"],
        """
        objective [o] Signups
          cycle 2026-Q4
          kr [year] So many
            from 0 to 400
            measured by [signups]
            2026-10-04 999 3/10
          kr [nowhere] A KPI that is not there
            from 0 to 400
            measured by [nothing]
            2026-10-04 100
        kpi [signups] Signups
          total sum per week
          target 400 by 2026-12-31
          2026-09-30 1000
          2026-10-01 40
          2026-10-12 60
          2026-12-31T23:59 20
          2027-01-01 1000
        reading [signups] 2026-10-12 61
        """),
      EdgeBoard(
        "a key result without pace among others", asOf: ["2026-06-30"],
        """
        objective [o] Mixed
          kr A
            from 0 to 10
            start 2026-01-01
            due 2026-12-31
            2026-06-29 5
          kr B
            from 0 to 10
            2026-06-29 5
        objective [p] All have it
          kr A
            from 0 to 10
            start 2026-01-01
            due 2026-12-31
            2026-06-29 5
          kr [unmeasured] B
            2026-06-29 - 5/10
        """),
    ]
  }

  /// What is said about progress.
  static var states: [EdgeBoard] {
    [
      EdgeBoard(
        "gaps on their thresholds", asOf: ["2026-01-06"],
        """
        cycle Ten 2026-01-01 .. 2026-01-11
        objective [o] Thresholds
          cycle Ten
          kr [tenth] Ten points behind
            from 0 to 1
            2026-01-06 0.4
          kr [more] A little more
            from 0 to 1
            2026-01-06 0.3999
          kr [quarter] A quarter behind
            from 0 to 1
            2026-01-06 0.25
          kr [worse] More than a quarter
            from 0 to 1
            2026-01-06 0.2499
          kr [thirds] Of thirds
            from 0.1 to 0.4
            2026-01-06 0.22
          kr [done] Done
            from 0.1 to 0.4
            2026-01-06 0.4
        """),
      EdgeBoard(
        "a tenth of the window", asOf: ["2026-01-01", "2026-01-02"],
        """
        cycle Ten 2026-01-01 .. 2026-01-11
        objective [o] Early
          cycle Ten
          kr [k] Key
            from 0 to 1
            2026-01-01 0
        """),
      EdgeBoard(
        "stale by age",
        asOf: [
          "2026-06-11", "2026-06-12", "2026-06-13", "2026-06-22", "2026-07-16",
          "2026-07-17",
        ],
        """
        objective [o] Ages
          cycle 2026
          kr [week] A week
            from 0 to 10
            2026-06-01 5
          kr [day] A day
            every day
            from 0 to 10
            2026-06-11 5
          kr [month] A month
            every month
            from 0 to 10
            2026-06-01 5
          kr [ticks] Ticks
            milestone [x 2026-06-10] One
            milestone [ ] Two
        objective [alone] Without key results
          every week
          2026-06-01 - on-track
        objective [half] Half of them stale
          cycle 2026
          kr [fresh] Fresh
            from 0 to 10
            every year
            2026-06-01 5
          kr [old] Old
            from 0 to 10
            every day
            2026-06-01 5
        """),
      EdgeBoard(
        "stale within a day",
        asOf: ["2026-06-01T10:00", "2026-06-01T10:00:01", "2026-06-01"],
        """
        objective [o] Ages
          cycle 2026
          kr [hours] Two hours
            every 2 hours
            from 0 to 10
            2026-06-01T07:00 5
          kr [hours36] Not shorter than a day
            every 36 hours
            from 0 to 10
            2026-05-30T23:00 5
        kpi [minutes] Fifteen minutes
          every 15 minutes
          healthy 0 ..
          2026-06-01T09:37:30 5
        """),
      EdgeBoard(
        "never stale before the window begins",
        asOf: ["2026-09-30", "2026-10-11", "2026-10-12"],
        """
        objective [o] Later
          cycle 2026-Q4
          kr [silent] Silent
            from 0 to 10
          kr [early] Spoken early
            from 0 to 10
            2026-08-01 1
        """),
      EdgeBoard(
        "declared until the next check-in",
        asOf: ["2026-06-02", "2026-06-09", "2026-06-10"],
        """
        objective [o] Words
          cycle 2026
          2026-06-01 - off-track 3/10
          2026-06-08 - 5/10
          kr [k] Key
            from 0 to 10
            2026-06-01 5 off-track
            2026-06-08 5
          kr [steps] Steps
            milestone [ ] One
            milestone [x 2026-06-09] Two
            2026-06-01 - off-track 8/10
            2026-06-02 - off-track
            2026-06-10 - 5/10
        """),
      EdgeBoard(
        "closed by score",
        asOf: ["2026-06-29", "2026-06-30", "2026-12-31"],
        """
        objective [c] Committed
          kind committed
          cycle 2026
          close 2026-06-30 0.99 keep Nearly
          kr [full] Full
            from 0 to 10
            close 2026-06-30 1.0 drop
            2026-07-01 0 off-track
          kr [short] Short
            from 0 to 10
            close 2026-06-30 0.7 keep
        objective [a] Aspirational
          close 2026-06-30 0.70
          kr [under] Under
            close 2026-06-30 0.69 change keepers win
        objective [l] Learning
          kind learning
          close 2026-06-30 0 We learned keep and drop
        """),
      EdgeBoard(
        "private things", asOf: ["2026-06-30"],
        """
        objective [secret] A secret
          cycle 2026
          owner Ada
          team Growth
          with Lin, Grace
          private
          action [ ] 2026-07-01 @Ada Call the vendor
          close 2026-06-30 0.8 keep A secret word
          2026-06-29 - 4/10
          kr [below] Under a secret
            from 0 to 10 €
            moved 2026-06-01 to 20
            2026-06-28 5 7/10
            2026-06-29 6 5/10
        objective [open] Open
          cycle 2026
          kr [hidden] A hidden one
            owner Lin
            private
            milestone [x 2026-06-29] 2026-06-30 A word
            action [x] Another
          kr [seen] Seen
            measured by [pay]
            from 0 to 100
        kpi [pay] Pay
          private
          unit €
          owner Ada
          healthy 50 ..
          tolerable 40 ..
          target 60 by 2026-12-31
          2026-06-28 50
          2026-06-29 55
        """),
    ]
  }
}
