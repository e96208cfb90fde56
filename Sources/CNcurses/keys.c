// What was typed.

#include "terminal.h"

/// Makes `bytes` mean `code`, where terminfo does not already use them.
static void define(const char *bytes, int code) {
  if (key_defined(bytes) == 0) define_key(bytes, code);
}

/// Makes `bytes`, if there are any, mean `code`, whatever terminfo calls them.
static void redefine(const char *bytes, int code) {
  if (bytes == NULL) return;
  define_key(bytes, 0);
  define_key(bytes, code);
}

static void understand_mouse(bool on);

void terminal_define_keys(void) {
  understand_mouse(false);
  if (terminal_paste.on != NULL) {
    define_key("\033[200~", codePasteBegin);
    define_key("\033[201~", codePasteEnd);
  }
  if (terminal_focus.on != NULL) {
    define_key("\033[I", codeFocusGained);
    define_key("\033[O", codeFocusLost);
  }
  // With Control, and with Alt, as nearly all terminals send them.
  redefine("\033[1;5D", codeControlLeft);
  redefine("\033[1;5C", codeControlRight);
  redefine("\033[1;3D", codeControlLeft);
  redefine("\033[1;3C", codeControlRight);
  redefine(terminal_string("kLFT5"), codeControlLeft);
  redefine(terminal_string("kRIT5"), codeControlRight);
  define("\033[A", KEY_UP);
  define("\033[B", KEY_DOWN);
  define("\033[C", KEY_RIGHT);
  define("\033[D", KEY_LEFT);
  define("\033[H", KEY_HOME);
  define("\033[F", KEY_END);
  define("\033[1~", KEY_HOME);
  define("\033[4~", KEY_END);
  define("\033[Z", KEY_BTAB);
}

static terminal_code named(terminal_key key) {
  return (terminal_code){.kind = terminalNamedKey, .key = key};
}

static terminal_code plain(terminal_code_kind kind) {
  return (terminal_code){.kind = kind};
}

#ifdef BUTTON5_PRESSED
static const mmask_t wheel_down = BUTTON5_PRESSED;
#else
static const mmask_t wheel_down = 0;
#endif

/// Takes what begins as a report of the mouse for one, or for a sequence like
/// any other, to be passed over: without a mouse ncurses would take the
/// beginning and leave the rest as keys.
static void understand_mouse(bool on) {
  const char *report = terminal_string("kmous");
  if (report == NULL) return;
  define_key(report, 0);
  if (on) define_key(report, KEY_MOUSE);
}

void terminal_select_mouse(bool on) {
  understand_mouse(on);
  // Presses alone, each at once: a click is no more, and nothing is dragged.
  mouseinterval(0);
  mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | wheel_down : 0, NULL);
}

/// Returns what was done with the mouse next, if anything was that means
/// something here.
static terminal_code read_mouse(void) {
  MEVENT event;
  while (getmouse(&event) == OK) {
    terminal_code code = {
      .kind = terminalMouse, .row = event.y, .column = event.x};
    if (event.bstate & BUTTON1_PRESSED) {
      code.gesture = terminalPress;
    } else if (event.bstate & BUTTON4_PRESSED) {
      code.gesture = terminalWheelUp;
    } else if (event.bstate & wheel_down) {
      code.gesture = terminalWheelDown;
    } else {
      continue;
    }
    return code;
  }
  return plain(terminalNothing);
}

terminal_code terminal_read(void) {
  // One code of ncurses may stand for several of them.
  terminal_code mouse = read_mouse();
  if (mouse.kind != terminalNothing) return mouse;
  int code = wgetch(terminal_keys);
  if (code == ERR) return plain(terminalNothing);
  terminal_note_input();
  if (code >= 0 && code < 256)
    return (terminal_code){.kind = terminalByte, .value = code};
  if (code > KEY_F0 && code <= KEY_F(63))
    return (terminal_code){
      .kind = terminalFunctionKey, .value = code - KEY_F0};
  switch (code) {
    case KEY_RESIZE:
      terminal_prepare_crash();
      return plain(terminalResized);
    case KEY_MOUSE: {
      terminal_code first = read_mouse();
      return first.kind != terminalNothing ? first : plain(terminalOther);
    }
    case codePasteBegin: return plain(terminalPasteBegin);
    case codePasteEnd: return plain(terminalPasteEnd);
    case codeFocusGained: return plain(terminalFocusGained);
    case codeFocusLost: return plain(terminalFocusLost);
    case codeControlLeft: return named(terminalControlLeft);
    case codeControlRight: return named(terminalControlRight);
    case KEY_ENTER: return named(terminalEnter);
    case KEY_BACKSPACE: return named(terminalBackspace);
    case KEY_DC: return named(terminalDelete);
    case KEY_IC: return named(terminalInsert);
    case KEY_BTAB: return named(terminalBackTab);
    case KEY_UP: return named(terminalUp);
    case KEY_DOWN: return named(terminalDown);
    case KEY_LEFT: return named(terminalLeft);
    case KEY_RIGHT: return named(terminalRight);
    case KEY_HOME: case KEY_A1: return named(terminalHome);
    case KEY_END: case KEY_C1: return named(terminalEnd);
    case KEY_PPAGE: case KEY_A3: return named(terminalPageUp);
    case KEY_NPAGE: case KEY_C3: return named(terminalPageDown);
    default: return plain(terminalOther);
  }
}
