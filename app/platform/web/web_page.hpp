#pragma once

#include <cstdint>

// What the page around the program does for it: web_page.js and web/page.js. Texts are UTF-8 and end with a zero; those that come back belong to the caller,
// who frees them.
extern "C" {
// The program stands: the page hands this pointer back with everything it tells (app/run_web.cpp).
void page_started(void* program);

// Local storage. An answer begins with '=' before the text, with '!' before what went wrong, or is null for "nothing there".
char* page_read(const char* key);
char* page_write(const char* key, const char* text, std::uint32_t size);
char* page_remove(const char* key);
char* page_keys(void); // one per line
double page_used_bytes(void);
// Asks for a time in which no other tab saves. 1: it is now, as the browser has no way to wait; 0: it is answered by mg_turn.
int page_ask_turn(void);
void page_keep_storage(void);

void page_copy(const char* text); // answered by mg_copied
// Null, or what went wrong.
char* page_save_file(const char* name, const void* bytes, std::uint32_t size, const char* mime);
void page_print(const char* html);
void page_choose_file(void); // answered by mg_file or mg_file_failed
void page_cancel_reading(void); // of what is still read; mg_reading says when it is over
void page_backup_file(int wish); // as BackupFileWish; answered by mg_backup_file
void page_open_url(const char* url);
char* page_base_url(void);
char* page_query(const char* name); // null when the address does not have it
int page_may_fix_ids(void); // whether ?seed= may say which ids are drawn: no other tab and no stored deal can have drawn the same ones
void page_clear_fragment(void);
void page_steps_back(int steps); // how many the program has; the browser's "back" is answered by mg_back
void page_reload(void); // soon
int page_offline(void);  // as Offline
char* page_today(void); // YYYY-MM-DD where the user is
void page_random(void* bytes, std::uint32_t size);
int page_is_mac(void);

// Whether the part of the program that works with a team is here; if not, it is fetched, and mg_team_part says when that is over.
int page_has_team_part(void);

// The team's bucket: `what` as in TeamWish, the rest as it says. Answered by mg_team.
void page_team(int what, const char* text, const void* bytes, std::uint32_t size, double order, double revision);

// Bytes of a character set as UTF-8, with how many bytes that is; null: the browser does not know the set, or the bytes are not well-formed in it.
char* page_decode(const void* bytes, std::uint32_t size, const char* label, std::uint32_t* text_size);

// Whether the page has made a WebGL 2 context for the program to take over.
int page_has_graphics_card(void);
// Shows a part of an opaque picture of that size (RGBA, rows from the top) on the page, which says by itself if it cannot. Pixels.
void page_show_pixels(const void* rgba, int width, int height, int left, int top, int part_width, int part_height);
// Milliseconds until the next frame; below 0: none before something happens.
void page_schedule(double wait_ms);
void page_set_background(std::uint32_t rgb);

// Letters that the program's own fonts have not, drawn with the browser's: SystemFonts. Sizes are device pixels.
struct PageLetters {
    std::int32_t width, height, left, top, colored;
    float advance;
    std::uint32_t* pixels; // the caller's, who frees it; null: none
};
double page_letters_advance(const char* text, float em, int weight); // below 0: the browser does not say
int page_letters_draw(const char* text, float em, int weight, std::uint32_t color,
                      PageLetters* drawn); // 0: likewise, and mg_letters_refused says so once

// Whether a text is being typed, and where its caret stands, in logical pixels.
void page_text_input(int wanted, float x, float y, float line_height);
// The field in which it is typed: what it is called, what is wrong with it, what it holds (empty for what is secret), and the bytes of that
// which are selected; where they are none, the caret.
void page_text_field(const char* label, const char* error, const char* value, int begin, int end);
// Where the page shows that field itself, in place of the program's, because its text needs the browser's caret. Logical pixels; colours
// 0xRRGGBB. Null: nowhere.
struct PageShownField {
    float left, top, width, height;
    float seen_left, seen_top, seen_right, seen_bottom; // what of it is not covered
    float font_size, line_height;
    std::int32_t weight, lines; // lines: 0 one; 1 several; 2 several, and Enter makes them
    std::uint32_t color, background;
};
void page_show_field(const PageShownField* field);
}
