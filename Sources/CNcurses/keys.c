// What was typed.

#include "terminal.h"

/// Makes `bytes` mean `code`, where terminfo does not already use them.
static void define(const char *bytes, int code) {
  if (key_defined(bytes) == 0) define_key(bytes, code);
}

void terminal_define_keys(void) {
  // The mouse is not asked for. If a program before us left it on, what it
  // sends is a sequence without meaning.
  keyok(KEY_MOUSE, FALSE);
  if (!terminal_has_modes) return;
  define_key("\033[200~", codePasteBegin);
  define_key("\033[201~", codePasteEnd);
  define_key("\033[I", codeFocusGained);
  define_key("\033[O", codeFocusLost);
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

terminal_code terminal_read(void) {
  int code = wgetch(terminal_keys);
  if (code == ERR) return plain(terminalNothing);
  if (code >= 0 && code < 256)
    return (terminal_code){.kind = terminalByte, .value = code};
  if (code > KEY_F0 && code <= KEY_F(63))
    return (terminal_code){
      .kind = terminalFunctionKey, .value = code - KEY_F0};
  switch (code) {
    case KEY_RESIZE:
      terminal_prepare_crash();
      return plain(terminalResized);
    case codePasteBegin: return plain(terminalPasteBegin);
    case codePasteEnd: return plain(terminalPasteEnd);
    case codeFocusGained: return plain(terminalFocusGained);
    case codeFocusLost: return plain(terminalFocusLost);
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
