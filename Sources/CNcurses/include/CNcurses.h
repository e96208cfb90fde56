#pragma once

// The terminal, as far as Terminal needs it: ncurses behind fixed-width types.
//
// There is one terminal per process. curses.h is included by the .c files only.

#include <stdbool.h>
#include <stdint.h>

#define TERMINAL_ENUM \
  enum __attribute__((enum_extensibility(closed)))

/// What came of a start.
typedef TERMINAL_ENUM terminal_outcome : int32_t {
  /// The screen is ours.
  terminalReady,
  /// Standard output, or both standard input and /dev/tty, is no terminal.
  terminalAbsent,
  /// It is a terminal that cannot place the cursor, such as TERM=dumb.
  terminalDumb,
  /// Not even a description to stand in for TERM's was found.
  terminalUnknown,
} terminal_outcome;

typedef struct {
  terminal_outcome outcome;
  int32_t width;
  int32_t height;
  /// How many colours there are; 0 for none.
  int32_t colours;
  /// Whether text beyond ASCII can be shown.
  bool unicode;
  /// Whether TERM is not known here and xterm-256color stands in for it.
  bool substituted;
} terminal_report;

/// Splits off a parent that only waits, and gives the terminal back however
/// this process ends. To be called before there is any other thread; returns in
/// the child. Does nothing where there is no terminal.
void terminal_guard(void);

/// Says what to do after an end that nobody asked for, in at most 79 bytes; to
/// be called before `terminal_guard`.
void terminal_advise(const char *words);

/// Takes the terminal: alternate screen, no echo, no cursor, own signals.
terminal_report terminal_start(void);

/// Gives the terminal back as it was and shows what was written to standard
/// error meanwhile. Does nothing when it is not ours.
void terminal_stop(void);

/// Gives the screen back for a while, until `terminal_enter`.
void terminal_leave(void);
void terminal_enter(void);

/// Lends the terminal to a program and waits for its end; where it is stopped,
/// this one stops with it. The arguments begin with its path and end with
/// `NULL`. Returns its exit code, 128 + the signal that ended it, or 127 where
/// there is no such program.
int32_t terminal_run(char *const *arguments);

/// Has the terminal report clicks and the wheel, or no longer; does nothing
/// where the terminal knows no mouse.
void terminal_use_mouse(bool on);

/// Has the keys that stop the process or its output, or end it with a core
/// file, be keys like others; Ctrl-C interrupts as before.
void terminal_keep_keys(void);

/// Stops this process as Ctrl-Z does, and returns when it goes on.
void terminal_suspend(void);

/// Gives the terminal back and ends the process by `signal`, by its default
/// action, so that a shell sees 128 + signal.
void terminal_die(int32_t signal) __attribute__((noreturn));

int32_t terminal_width(void);
int32_t terminal_height(void);

// Drawing.

typedef TERMINAL_ENUM terminal_cell_kind : uint8_t {
  terminalNarrow,
  /// Takes this column and the next.
  terminalWide,
  /// The second column of a wide cell.
  terminalContinuation,
} terminal_cell_kind;

typedef struct {
  uint32_t scalar;
  /// Combining scalars; 0 ends them.
  uint32_t marks[4];
  /// An index into the paints.
  uint16_t paint;
  terminal_cell_kind kind;
} terminal_cell;

/// Bits of `terminal_paint.attributes`.
static const uint8_t terminalBold = 1;
static const uint8_t terminalDim = 2;
static const uint8_t terminalItalic = 4;
static const uint8_t terminalUnderline = 8;
static const uint8_t terminalReverse = 16;

typedef struct {
  /// Colour indices; -1 for the terminal's own.
  int16_t foreground;
  int16_t background;
  uint8_t attributes;
} terminal_paint;

/// Says what the paint indices of cells mean from now on.
void terminal_set_paints(const terminal_paint *paints, int32_t count);

/// Puts `count` cells into a row, from `start` on. Nothing is sent before
/// `terminal_show`. Blank cells may get another paint that looks the same.
void terminal_draw_cells(
  int32_t row, int32_t start, terminal_cell *cells, int32_t count);

/// Makes a row blank from `start` on.
void terminal_clear_row(int32_t row, int32_t start);

/// Sends what differs from what the terminal shows. A negative row or column
/// hides the cursor.
void terminal_show(int32_t cursor_row, int32_t cursor_column);

/// Has the next `terminal_show` send everything.
void terminal_redraw(void);

// Input.

typedef TERMINAL_ENUM terminal_code_kind : int32_t {
  /// Nothing more at the moment.
  terminalNothing,
  /// One byte as it was typed; text is UTF-8.
  terminalByte,
  terminalNamedKey,
  /// A function key; its number is the value.
  terminalFunctionKey,
  terminalPasteBegin,
  terminalPasteEnd,
  terminalFocusGained,
  terminalFocusLost,
  terminalResized,
  /// Something was done with the mouse, at a row and a column.
  terminalMouse,
  /// A key that has no meaning here.
  terminalOther,
} terminal_code_kind;

typedef TERMINAL_ENUM terminal_key : int32_t {
  terminalEnter,
  terminalBackspace,
  terminalDelete,
  terminalInsert,
  terminalBackTab,
  terminalUp,
  terminalDown,
  terminalLeft,
  terminalRight,
  terminalHome,
  terminalEnd,
  terminalPageUp,
  terminalPageDown,
  /// With Control held, or Alt.
  terminalControlLeft,
  terminalControlRight,
} terminal_key;

typedef TERMINAL_ENUM terminal_gesture : int32_t {
  /// The first button went down.
  terminalPress,
  terminalWheelUp,
  terminalWheelDown,
} terminal_gesture;

typedef struct {
  terminal_code_kind kind;
  /// The byte or the number of the function key.
  int32_t value;
  /// For `terminalNamedKey` only.
  terminal_key key;
  /// For `terminalMouse` only, like the place, which counts from 0.
  terminal_gesture gesture;
  int32_t row;
  int32_t column;
} terminal_code;

/// Returns what was typed next, without waiting.
terminal_code terminal_read(void);

// Waiting.

/// What ended a wait; several may hold at once.
typedef struct {
  /// There may be something to read: keys, or a new size.
  bool input;
  /// The terminal is gone.
  bool closed;
  /// The deadline has come, or the wall clock was set.
  bool deadline;
  /// Ctrl-Z, or SIGTSTP.
  bool suspend;
  /// The process was stopped by somebody else, and goes on.
  bool continued;
  /// SIGINT, SIGTERM, SIGHUP or SIGQUIT; 0 for none.
  int32_t signal;
  /// The first of the watched descriptors that is ready, or -1.
  int32_t ready;
} terminal_wakeup;

/// Waits for the terminal, a signal, one of `descriptors`, or a deadline.
///
/// `monotonic` is in nanoseconds of CLOCK_MONOTONIC, `wall` in nanoseconds
/// since 1970; negative for none. Without a deadline it may wait for ever.
terminal_wakeup terminal_wait(
  int64_t monotonic, int64_t wall,
  const int32_t *descriptors, int32_t count);

/// The present reading of CLOCK_MONOTONIC, in nanoseconds.
int64_t terminal_monotonic_now(void);
