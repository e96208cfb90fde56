// Cells to the screen.

#include "terminal.h"

#include <stdlib.h>
#include <wchar.h>

/// What a paint index means to ncurses.
typedef struct {
  attr_t attributes;
  int pair;
  /// A blank in it.
  cchar_t blank;
} ink;

static ink *inks = NULL;
static int32_t ink_count = 0;
static cchar_t *line = NULL;
static int32_t line_size = 0;
static bool has_colours = false;
static bool can_hide_cursor = false;
static bool cursor_shown = false;

int32_t terminal_start_colours(void) {
  has_colours = has_colors() && start_color() == OK && COLORS > 0;
  if (!has_colours) return 0;
  use_default_colors();
  return COLORS;
}

void terminal_start_drawing(void) {
  can_hide_cursor = curs_set(0) != ERR;
  cursor_shown = false;
  leaveok(stdscr, can_hide_cursor);
}

static attr_t attributes_of(uint8_t bits) {
  attr_t result = A_NORMAL;
  if (bits & terminalBold) result |= A_BOLD;
  if (bits & terminalDim) result |= A_DIM;
#ifdef A_ITALIC
  if (bits & terminalItalic) result |= A_ITALIC;
#endif
  if (bits & terminalUnderline) result |= A_UNDERLINE;
  if (bits & terminalReverse) result |= A_REVERSE;
  return result;
}

static int colour_of(int16_t index) {
  return index >= 0 && index < COLORS ? index : -1;
}

/// The colours of the pairs from 1 on.
typedef struct {
  int fore;
  int back;
} colours;

static colours *pairs = NULL;
static int pair_count = 0;

/// The background of a pair; -1 for the terminal's own.
static int back_of(int pair) {
  return pair > 0 && pair <= pair_count ? pairs[pair - 1].back : -1;
}

static int define_pair(int pair, int fore, int back) {
#if NCURSES_VERSION_PATCH >= 20170401
  return init_extended_pair(pair, fore, back);
#else
  return init_pair((short)pair, (short)fore, (short)back);
#endif
}

/// Returns the pair with these colours, a new one if need be, or 0 when there
/// are no more.
static int pair_of(int fore, int back) {
  if (!has_colours || (fore < 0 && back < 0)) return 0;
  for (int index = 0; index < pair_count; index++)
    if (pairs[index].fore == fore && pairs[index].back == back)
      return index + 1;
  if (pair_count + 1 >= COLOR_PAIRS) return 0;
  if (define_pair(pair_count + 1, fore, back) != OK) return 0;
  pairs[pair_count++] = (colours){fore, back};
  return pair_count;
}

static void fill_cell(cchar_t *cell, const wchar_t *text, const ink *ink) {
#if NCURSES_VERSION_PATCH >= 20170401
  int pair = ink->pair;
  int result = setcchar(cell, text, ink->attributes, (short)0, &pair);
#else
  int result = setcchar(cell, text, ink->attributes, (short)ink->pair, NULL);
#endif
  if (result == ERR) setcchar(cell, L"?", A_NORMAL, 0, NULL);
}

void terminal_set_paints(const terminal_paint *paints, int32_t count) {
  if (count <= 0) return;
  ink *more_inks = realloc(inks, sizeof(ink) * (size_t)count);
  if (more_inks == NULL) return;
  inks = more_inks;
  colours *more_pairs = realloc(pairs, sizeof(colours) * (size_t)count);
  if (more_pairs == NULL) return;
  pairs = more_pairs;
  pair_count = 0;
  for (int32_t index = 0; index < count; index++) {
    inks[index].attributes = attributes_of(paints[index].attributes);
    inks[index].pair = pair_of(
      colour_of(paints[index].foreground),
      colour_of(paints[index].background));
    fill_cell(&inks[index].blank, L" ", inks + index);
  }
  ink_count = count;
}

/// Makes a cell of one character without marks in a paint there is: what
/// setcchar would make of it, without its looking at the text.
static void set_plain(cchar_t *cell, wchar_t character, uint16_t paint) {
  *cell = inks[paint].blank;
  cell->chars[0] = character;
}

static void set_cell(cchar_t *cell, const wchar_t *text, uint16_t paint) {
  static const ink none = {.attributes = A_NORMAL, .pair = 0};
  if (paint < ink_count && text[1] == L'\0')
    return set_plain(cell, text[0], paint);
  fill_cell(cell, text, paint < ink_count ? inks + paint : &none);
}

/// Returns how many columns ncurses gives a scalar, or 0 where it cannot show
/// it.
static int width_of(uint32_t scalar) {
  if (scalar >= 0x20 && scalar < 0x7f) return 1;
  if (!terminal_unicode || scalar < 0xa0) return 0;
  // Pictures repeat few characters.
  enum { known_count = 64 };
  static struct { uint32_t scalar; int width; } known[known_count];
  if (known[scalar % known_count].scalar != scalar) {
    int width = wcwidth((wchar_t)scalar);
    known[scalar % known_count].scalar = scalar;
    known[scalar % known_count].width = width > 0 ? width : 0;
  }
  return known[scalar % known_count].width;
}

/// Puts one cell at `place` of the line, of which `room` columns are left,
/// and returns how many entries it took.
///
/// A character that ncurses counts otherwise than the canvas does would shift
/// the rest of its row, so a question mark stands for it.
static int32_t place_cell(
  cchar_t *place, const terminal_cell *cell, int32_t room) {
  int wanted = cell->kind == terminalWide ? 2 : 1;
  wchar_t text[6] = {(wchar_t)cell->scalar};
  if (cell->scalar == 0) text[0] = L' ';
  bool fits = wanted <= room;
  if (fits && (text[0] == L' ' || width_of(cell->scalar) == wanted)) {
    int count = 1;
    for (int mark = 0; mark < 4 && cell->marks[mark] != 0; mark++)
      if (terminal_unicode && wcwidth((wchar_t)cell->marks[mark]) == 0)
        text[count++] = (wchar_t)cell->marks[mark];
    set_cell(place, text, cell->paint);
    return 1;
  }
  set_cell(place, fits ? L"?" : L" ", cell->paint);
  if (!fits || wanted == 1) return 1;
  set_cell(place + 1, L" ", cell->paint);
  return 2;
}

/// Whether a cell is what most are: one ASCII character in a paint there is.
static bool is_plain(const terminal_cell *cell) {
  return cell->scalar >= 0x20 && cell->scalar < 0x7f
    && cell->kind == terminalNarrow && cell->marks[0] == 0
    && cell->paint < ink_count;
}

static bool is_blank(const terminal_cell *cell) {
  return cell->scalar == L' ' && cell->marks[0] == 0;
}

/// Whether a blank looks the same in both paints: they differ at most in how
/// letters look.
static bool blanks_alike(uint16_t one, uint16_t other) {
  if (one == other) return true;
  if (one >= ink_count || other >= ink_count) return false;
  attr_t seen = A_REVERSE | A_UNDERLINE;
  return !(inks[one].attributes & seen) && !(inks[other].attributes & seen)
    && back_of(inks[one].pair) == back_of(inks[other].pair);
}

static void take_paint(terminal_cell *cell, uint16_t paint) {
  if (is_blank(cell) && blanks_alike(paint, cell->paint)) cell->paint = paint;
}

/// Gives the blanks between words the paint of the word before, and those
/// before all words that of the first, where that looks the same: each change
/// of paint costs ten to forty bytes. Blanks at the end stay as they are,
/// since those are cleared, not sent.
static void join_paints(terminal_cell *cells, int32_t count) {
  while (count > 0 && is_blank(cells + count - 1)) count--;
  int32_t first = 0;
  while (first < count && is_blank(cells + first)) first++;
  for (int32_t column = first - 1; column >= 0 && first < count; column--)
    take_paint(cells + column, cells[first].paint);
  for (int32_t column = first + 1; column < count; column++)
    take_paint(cells + column, cells[column - 1].paint);
}

void terminal_draw_cells(
  int32_t row, int32_t start, terminal_cell *cells, int32_t count) {
  int32_t width = getmaxx(stdscr) - start;
  if (row < 0 || row >= getmaxy(stdscr) || start < 0 || width <= 0) return;
  if (line_size < width) {
    cchar_t *grown = realloc(line, sizeof(cchar_t) * (size_t)width);
    if (grown == NULL) return;
    line = grown;
    line_size = width;
  }
  join_paints(cells, count);
  int32_t filled = 0;
  int32_t limit = count < width ? count : width;
  for (int32_t column = 0; column < limit; column++) {
    if (cells[column].kind == terminalContinuation) continue;
    if (is_plain(cells + column))
      set_plain(
        line + filled++, (wchar_t)cells[column].scalar, cells[column].paint);
    else
      filled += place_cell(line + filled, cells + column, width - column);
  }
  mvwadd_wchnstr(stdscr, row, start, line, filled);
}

void terminal_clear_row(int32_t row, int32_t start) {
  if (row < 0 || row >= getmaxy(stdscr) || start < 0) return;
  if (start >= getmaxx(stdscr)) return;
  wmove(stdscr, row, start);
  wclrtoeol(stdscr);
}

void terminal_show(int32_t cursor_row, int32_t cursor_column) {
  bool shown = cursor_row >= 0 && cursor_column >= 0
    && cursor_row < LINES && cursor_column < COLS;
  if (shown != cursor_shown && can_hide_cursor) {
    leaveok(stdscr, !shown);
    curs_set(shown ? 1 : 0);
    cursor_shown = shown;
  }
  if (shown) wmove(stdscr, cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  terminal_send_frame();
}

void terminal_redraw(void) { clearok(curscr, TRUE); }
