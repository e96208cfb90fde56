import Canvas

extension Command {
  /// Its row, as the table says it.
  var tableRow: Row {
    switch self {
    case .down:
      Row(
        .moving, .lists, "one line down; 5j: five lines", .character("j"), .down
      )
    case .up:
      Row(.moving, .lists, "one line up", .character("k"), .up)
    case .halfPageDown:
      Row(.moving, .lists, "half a page down", .control("d"))
    case .halfPageUp:
      Row(.moving, .lists, "half a page up", .control("u"))
    case .pageDown:
      Row(.moving, .lists + [.closing], "a page down", .pageDown)
    case .pageUp:
      Row(.moving, .lists + [.closing], "a page up", .pageUp)
    case .first:
      Row(
        .moving, .lists, "to the first line; 5g: to the fifth", .character("g"),
        .home)
    case .last:
      Row(.moving, .lists, "to the last line", .character("G"), .end)
    case .nextPane:
      Row(.moving, [.board], "to the next pane", .tab)
    case .previousPane:
      Row(.moving, [.board], "to the pane before", .backTab)
    case .open:
      Row(
        .moving, .screens, "open its whole page", .enter, .character("l"),
        .right)
    case .back:
      Row(
        .moving, [.board, .page, .meeting, .help],
        "back to exactly where you were",
        .escape, .character("h"), .left, .backspace)
    case .fold:
      Row(
        .moving, .screens, "fold or unfold an objective", .character(" "))
    case .goAbove:
      Row(
        .moving, .screens, "to what it supports or measures", .character("<"))
    case .goBelow:
      Row(
        .moving, .screens, "to what supports or measures it", .character(">"))
    case .goToGuards:
      Row(
        .moving, .screens, "to what guards it, or what it guards",
        .character("#"))
    case .alignment:
      Row(
        .moving, .screens, "who supports what: objectives as a tree",
        .character("A"))
    case .actions:
      Row(.moving, .screens, "all actions, what is late first", .character("o"))
    case .search:
      Row(
        .finding, [.board, .page, .meeting, .help],
        "search", .character("/"))
    case .nextMatch:
      Row(.finding, [.board, .page, .help], "the next match", .character("n"))
    case .previousMatch:
      Row(.finding, [.board, .page, .help], "one match back", .character("N"))
    case .palette:
      Row(
        .finding, .screens, "find any command, theme or thing", .character(":"))
    case .filter:
      Row(
        .finding, .outside, "show a part, like owner Ada off-track",
        .character("f"))
    case .checkIn:
      Row(
        .changing, .screens, "check in, like 41 7 second survey",
        .character("c"))
    case .repeatLast:
      Row(
        .changing, .screens, "the same as last time, and why",
        .character("="))
    case .walk:
      Row(
        .changing, .outside, "check in all that is due, in turn",
        .character("C"))
    case .add:
      Row(
        .changing, [.board, .page], "add something beside or below it",
        .character("a"))
    case .edit:
      Row(.changing, .screens, "edit the line, or all of it", .character("e"))
    case .editAll:
      Row(
        .changing, .screens, "edit all that is said of it, in a form",
        .character("i"))
    case .firstObjective:
      Row(
        .changing, .screens,
        "a first objective, by the questions that a coach asks")
    case .editBoard:
      Row(.changing, .screens, "edit title, mission and limits of the board")
    case .renamePerson:
      Row(.changing, .screens, "give a person another name everywhere")
    case .renameTeam:
      Row(.changing, .screens, "give a team another name everywhere")
    case .renameCycle:
      Row(.changing, .screens, "give a cycle another name everywhere")
    case .declareCycle:
      Row(.changing, .screens, "a cycle with a name and days of its own")
    case .tick:
      Row(
        .changing, .screens,
        "tick an action or milestone off, or open it again",
        .character("x"))
    case .delete:
      Row(.changing, .screens, "delete it; asks before", .character("d"))
    case .moveDown:
      Row(.changing, .screens, "move it one place down", .character("J"))
    case .moveUp:
      Row(.changing, .screens, "move it one place up", .character("K"))
    case .undo:
      Row(.changing, .screens, "undo the last edit", .character("u"))
    case .redo:
      Row(.changing, .screens, "do it again", .control("r"))
    case .save:
      Row(.changing, .screens, "save the file", .character("w"))
    case .reload:
      Row(.changing, .screens, "read the file anew", .character("r"))
    case .openEditor:
      Row(
        .changing, .screens, "open its line in $VISUAL or $EDITOR",
        .character("E"))
    case .meet:
      Row(
        .meeting, [.board, .page], "begin a meeting, or go on with it",
        .character("m"))
    case .nextPoint:
      Row(
        .meeting, [.meeting], "to the next thing on the agenda",
        .character("n"))
    case .previousPoint:
      Row(.meeting, [.meeting], "to the one before", .character("p"))
    case .showAgenda:
      Row(
        .meeting, [.meeting], "the whole agenda, to go anywhere",
        .character("m"))
    case .addMeetingAction:
      Row(
        .meeting, [.meeting], "add an action, like @Ada 2026-12-01 call them",
        .character("a"))
    case .recordDecision:
      Row(.meeting, [.meeting], "record a decision", .character("D"))
    case .recordBlocker:
      Row(.meeting, [.meeting], "record what is in the way", .character("B"))
    case .parkTopic:
      Row(
        .meeting, [.meeting], "park a topic for another time", .character("T"))
    case .vote:
      Row(
        .meeting, [.meeting], "a silent vote on how sure people are",
        .character("v"))
    case .setPeople:
      Row(.meeting, [.meeting], "who is here", .character("W"))
    case .adjourn:
      Row(
        .meeting, [.meeting], "end the meeting, or leave it for later",
        .character("q"))
    case .dayBack:
      Row(.past, .screens, "the board a day earlier", .character("["))
    case .dayForward:
      Row(.past, .screens, "a day later", .character("]"))
    case .weekBack:
      Row(.past, .screens, "a week earlier", .character("{"))
    case .weekForward:
      Row(.past, .screens, "a week later", .character("}"))
    case .today:
      Row(.past, .screens, "back to today", .character("0"))
    case .cycleBefore:
      Row(
        .finding, .outside, "the objectives of the cycle before",
        .character(","))
    case .cycleAfter:
      Row(
        .finding, .outside, "the objectives of the cycle after", .character(".")
      )
    case .compareCycles:
      Row(
        .finding, .outside, "all cycles side by side", .character("Y"))
    case .play:
      Row(
        .past, .outside, "play the cycle, a day at a step", .character("P"))
    case .pause:
      Row(.past, [.playing], "pause, and go on", .character(" "))
    case .stopPlaying:
      Row(.past, [.playing], "stop here, as any other key does", .escape)
    case .help:
      Row(
        .program, .screens, "this page, for where you are", .character("?"),
        .function(1))
    case .nextTheme:
      Row(.program, .screens, "the next theme", .character("t"))
    case .redraw:
      Row(.program, .everywhere, "draw the screen anew", .control("l"))
    case .suspend:
      Row(
        .program, .everywhere, "leave for the shell; fg comes back",
        .control("z"))
    case .quit:
      Row(
        .program, [.board, .page], "quit; asks if there are unsaved edits",
        .character("q"))
    case .accept:
      Row(.typing, .fields, "take what is typed", .enter)
    case .cancel:
      Row(
        .typing, .fields, "leave everything as it was", .escape,
        .control("c"))
    case .cursorLeft:
      Row(.typing, .fields, "one character left", .left, .control("b"))
    case .cursorRight:
      Row(.typing, .fields, "one character right", .right, .control("f"))
    case .cursorStart:
      Row(.typing, .fields, "to the start of the line", .home, .control("a"))
    case .cursorEnd:
      Row(.typing, .fields, "to the end of the line", .end, .control("e"))
    case .cursorWordLeft:
      Row(.typing, .fields, "one word left", .controlLeft, .alt("b"))
    case .cursorWordRight:
      Row(.typing, .fields, "one word right", .controlRight, .alt("f"))
    case .eraseBack:
      Row(
        .typing, .fields, "erase the character before", .backspace,
        .control("h"))
    case .eraseForward:
      Row(.typing, .fields, "erase the character here", .delete, .control("d"))
    case .eraseWord:
      Row(.typing, .fields, "erase the word before", .control("w"))
    case .eraseWordForward:
      Row(.typing, .fields, "erase the word behind", .alt("d"))
    case .eraseToStart:
      Row(.typing, .fields, "erase to the start of the line", .control("u"))
    case .eraseToEnd:
      Row(.typing, .fields, "erase to the end of the line", .control("k"))
    case .yank:
      Row(.typing, .fields, "write what was erased last", .control("y"))
    case .complete:
      Row(
        .typing, [.typing, .palette, .filtering, .form],
        "complete what is typed; in a form else to the next line", .tab)
    case .nextField:
      Row(.form, [.form], "to the next line", .down, .control("n"))
    case .previousField:
      Row(.form, [.form], "to the line before", .up, .control("p"), .backTab)
    case .acceptForm:
      Row(
        .form, [.form], "take the form as it is; Enter does on the last line",
        .control("x"))
    case .startOver:
      Row(.form, [.form], "start over", .control("r"))
    case .olderText:
      Row(
        .typing, .lines, "what was typed before, begun alike", .up,
        .control("p"), .alt("p"))
    case .newerText:
      Row(
        .typing, .lines, "what was typed after that", .down,
        .control("n"), .alt("n"))
    case .skip:
      Row(
        .typing, [.walking], "skip it, as an empty line does", .tab)
    case .stepBack:
      Row(.typing, [.walking], "back to the one before", .backTab)
    case .nextChoice:
      Row(.typing, [.palette], "to the next choice", .down, .control("n"))
    case .previousChoice:
      Row(.typing, [.palette], "to the choice before", .up, .control("p"))
    case .addLikely:
      Row(
        .adding, [.adding], "what comes to mind first: the first that is named",
        .enter)
    case .addAction:
      Row(.adding, [.adding], "an action, in one line", .character("a"))
    case .addKeyResult:
      Row(.adding, [.adding], "a key result", .character("k"))
    case .addObjective:
      Row(.adding, [.adding], "an objective", .character("o"))
    case .addKPI:
      Row(.adding, [.adding], "a KPI", .character("p"))
    case .addMilestone:
      Row(.adding, [.adding], "a milestone, in one line", .character("m"))
    case .addPlanPoint:
      Row(
        .adding, [.adding], "a point of the plan: a date and a value",
        .character("l"))
    case .addNarrative:
      Row(.adding, [.adding], "a line of narrative", .character("n"))
    case .addCycle:
      Row(.adding, [.adding], "a cycle with its own days", .character("c"))
    case .confirmDeletion:
      Row(.answers, [.deleting], "delete it", .character("y"))
    case .saveAndQuit:
      Row(.answers, [.quitting], "save and quit", .character("w"))
    case .discardAndQuit:
      Row(
        .answers, [.quitting], "throw the edits away and quit", .character("d"))
    case .discardAndReload:
      Row(
        .answers, [.reloading], "throw the edits away and read anew",
        .character("d"))
    case .stay:
      Row(
        .answers,
        [
          .quitting, .reloading, .opening, .refused, .adjourning, .adding,
          .deleting, .closingEarly,
        ],
        "stay; nothing happens", .escape)
    case .saveAndOpen:
      Row(.answers, [.opening], "save and open the editor", .character("w"))
    case .saveElsewhere:
      Row(
        .answers, [.refused], "save in another file, go on there",
        .character("s"))
    case .saveInPlace:
      Row(
        .answers, [.refused], "write into the file, keeping a copy",
        .character("i"))
    case .saveOnceMore:
      Row(.answers, [.refused], "try to save once more", .character("w"))
    case .decideMarkers:
      Row(
        .changing, .screens, "decide what git left undecided", .character("X"))
    case .chooseOurs:
      Row(.answers, [.deciding], "the left side holds", .character("1"), .left)
    case .chooseTheirs:
      Row(
        .answers, [.deciding], "the right side holds", .character("2"), .right)
    case .chooseBoth:
      Row(
        .answers, [.deciding], "both hold, the left one first", .character("b"))
    case .nextConflict:
      Row(
        .answers, [.deciding], "to the next conflict", .character("j"), .down,
        .tab)
    case .previousConflict:
      Row(
        .answers, [.deciding], "to the conflict before", .character("k"), .up,
        .backTab)
    case .acceptDecision:
      Row(.answers, [.deciding], "take what is decided", .enter)
    case .leaveDecision:
      Row(.answers, [.deciding], "decide later; nothing is written", .escape)
    case .takeRecovered:
      Row(.answers, [.recovering], "take the edits over", .character("t"))
    case .askBeforeDropping:
      Row(
        .answers, [.recovering], "forget the edits; asks once more",
        .character("d"))
    case .dropRecovered:
      Row(.answers, [.dropping], "forget them for good", .character("x"))
    case .closeCycle:
      Row(
        .changing, .screens, "finish a cycle: scores, what was learned",
        .character("F"))
    case .closeThisObjective:
      Row(
        .changing, .screens, "close this objective or key result alone",
        .character("Z"))
    case .closeEarly:
      Row(.answers, [.closingEarly], "close it now", .enter)
    case .nextToClose:
      Row(.answers, [.closing], "skip this one", .tab)
    case .previousToClose:
      Row(.answers, [.closing], "back to the one before", .backTab)
    case .practice:
      Row(
        .moving, .screens, "how the board is kept, and what would help",
        .character("%"))
    case .reviewCycle:
      Row(.moving, .screens, "how a cycle came out", .character("R"))
    case .leaveRecovered:
      Row(
        .answers, [.recovering, .dropping], "leave them for the next start",
        .escape)
    case .countVote:
      Row(
        .answers, [.voting], "reveal the votes; once more: record them", .enter)
    case .takeBackVote:
      Row(.answers, [.voting], "take the last vote back", .backspace)
    case .leaveVote:
      Row(.answers, [.voting], "forget the vote", .escape)
    case .endMeeting:
      Row(.answers, [.adjourning], "end the meeting", .character("e"))
    case .leaveMeeting:
      Row(
        .answers, [.adjourning], "leave it, to go on later", .character("l"))
    }
  }
}
