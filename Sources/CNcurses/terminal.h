#pragma once

// What the files of this target share.

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include <curses.h>
#include <signal.h>
#include <sys/types.h>

#include "CNcurses.h"

/// The descriptors of the terminal; -1 while it is not ours.
extern int terminal_input;
extern int terminal_output;

/// Whether text beyond ASCII can be shown.
extern bool terminal_unicode;

/// What switches a mode of the terminal on and off; `NULL` where its
/// description knows of none.
typedef struct {
  const char *on;
  const char *off;
} terminal_mode;

/// Reports where a paste begins and ends.
extern terminal_mode terminal_paste;

/// Reports whether the terminal is looked at.
extern terminal_mode terminal_focus;

/// Whether the mouse is reported.
extern bool terminal_has_mouse;

/// The window that keys are read from: a pad, which reading never repaints.
extern WINDOW *terminal_keys;

/// Key codes of ours, above all that ncurses gives away.
enum {
  codePasteBegin = 5000,
  codePasteEnd,
  codeFocusGained,
  codeFocusLost,
  codeControlLeft,
  codeControlRight,
};

/// What gives the screen back.
typedef struct {
  size_t size;
  char bytes[512];
} terminal_farewell;

/// What a process leaves behind when it dies. Under a guard it is shared with
/// it, and true at every moment.
typedef struct {
  /// Whether the terminal is to be given back.
  volatile sig_atomic_t has_screen;
  /// Which of the farewells is complete.
  volatile sig_atomic_t current;
  terminal_farewell farewells[2];
  /// The process that guards; 0 for none.
  pid_t guard;
} terminal_legacy;

extern terminal_legacy *terminal_left;

/// Tells the guard that this process goes on after a stop.
void terminal_wake_guard(void);

/// Writes all of `bytes`, as far as the descriptor takes them.
void terminal_write(int descriptor, const char *bytes, size_t count);

/// The string of a capability of this terminal, or `NULL`.
const char *terminal_string(const char *name);

/// Chooses what is heard of the mouse: what there is a use for, or nothing.
void terminal_select_mouse(bool on);

/// Makes the keys known that terminfo does not name.
void terminal_define_keys(void);

/// Starts colours, where there are any, and returns how many.
int32_t terminal_start_colours(void);

/// Readies drawing for a terminal just taken.
void terminal_start_drawing(void);

/// Takes the signals; before ncurses, which leaves alone what is taken.
void terminal_take_signals(void);
void terminal_release_signals(void);

/// The signals that another program is to have by default, and those that it
/// is to have held back.
void terminal_signals_of_others(sigset_t *standard, sigset_t *mask);

/// Takes note that something was read: the terminal is there.
void terminal_note_input(void);

/// Stops the process by SIGTSTP's default action until it is continued.
void terminal_stop_process(void);

/// Brings the screen to what was drawn, in one piece.
void terminal_send_frame(void);

/// Watches for crashes from now on, until `terminal_release_crashes`.
void terminal_catch_crashes(void);
void terminal_release_crashes(void);

/// Remembers the terminal's modes as a crash must leave them.
void terminal_remember_modes(void);

/// Prepares what is written after a death before the terminal is known.
void terminal_prepare_start(void);

/// Prepares what a crash writes: call after each change of size.
void terminal_prepare_crash(void);

/// Keeps what is written to standard error off the screen.
void terminal_take_errors(void);

/// Lets standard error through again and writes what was kept. Safe in a
/// signal handler.
void terminal_release_errors(void);
