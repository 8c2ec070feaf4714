#pragma once

#include "app/ui/widgets/ui.hpp"
#include "app/values/sort.hpp"

#include <span>

namespace middleground {

// A bordered surface around what is drawn between construction and end of scope. Content starts inside the padding; the height is that of
// the content, or `height` if that is more (so that cards in one row can be equal). Put the next card with ImGui::SetCursorScreenPos or
// below.
struct CardOptions {
    float width = 0;    // logical pixels, 0: what is left
    float height = 0;   // at least
    float padding = -1; // design pixels; below 0: as cards usually have it
    ImU32 fill = 0;     // 0: surface
    ImU32 border = 0;   // 0: line
    bool flush = false; // no padding: for tables
};
class Card {
public:
    using Options = CardOptions;
    explicit Card(const Ui& ui, const char* id, Options options = {});
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;

    float inner_width() const { return inner_width_; }

private:
    const Ui& ui_;
    Options options_;
    ImVec2 min_;
    float width_ = 0;
    float inner_width_ = 0;
    int first_vertex_ = 0; // of the surface, whose height is only known at the end
    int last_vertex_ = 0;
    float content_right_ = 0; // of what is around the card
    Part part_;
};

void gap(const Ui& ui, float design_pixels); // vertical space
void separator(const Ui& ui);                // 1 px line over what is left of the width
void same_line(const Ui& ui, float design_pixels = 8);

// Brings the last item to the foot of what scrolls when it `appears` with what stands above it. For some frames: what takes the focus scrolls
// just to itself meanwhile.
void reveal_when(bool appears, const char* id);

// A scrolling page that fills the region: background, padding, content at most 1440 wide and centred. Keeps its scroll position by id.
class Page {
public:
    Page(const Ui& ui, const char* id, ImVec2 min, ImVec2 max);
    ~Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;
    float width() const { return width_; } // of the content, padding excluded

private:
    float width_ = 0;
};

// A modal: scrim, raised box centred (a sheet from the bottom under 640 px). Esc and the close button set `open` to false. Body only while
// it returns true. What Esc does in a field whose text was changed: takes the change back (and closes with the next press), or closes, where what was
// typed is a draft that stays.
enum class EscInField : std::uint8_t { takes_back, closes };
class Dialog {
public:
    Dialog(const Ui& ui, const char* title, bool& open, float design_width = 480, EscInField esc = EscInField::takes_back);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;
    explicit operator bool() const { return visible_; }

private:
    bool visible_ = false;
    std::optional<Part> part_;
};

// Icon, heading, one line, one button (pressed -> true), centred in what is left of the width.
bool empty_state(const Ui& ui, const char* icon, std::string_view heading, std::string_view line, std::string_view button_label,
                 const char* button_icon);
// Band for an error or a notice where its cause is. True when its button was pressed.
enum class Band : std::uint8_t { error, notice, warning };
bool band(const Ui& ui, Band kind, std::string_view strong, std::string_view text, std::string_view button_label = {});

// Table made of our own rows. columns: design widths; negative = share of what is left (-2 takes twice what -1 takes).
struct Column {
    std::string_view title;
    float width = -1;
    bool right = false; // right-aligned
    bool sortable = false;
};
class Table {
public:
    // Draws the head; a click on a sortable head changes `sort`. The table takes the whole width that is left.
    Table(const Ui& ui, const char* id, std::span<const Column> columns, Sort* sort = nullptr);
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;
    // One row: a focusable item over the whole width (Enter = click). `label` names it. Cells are then drawn with cell().
    // answer: pressed.
    bool row(std::string_view label, float design_height, bool selected = false);
    // The rectangle of a cell in the current row, inner padding taken off.
    struct Cell {
        ImVec2 min;
        ImVec2 max;
        float width() const { return max.x - min.x; }
    };
    Cell cell(int column) const;
    // Draws one line (or two: the second muted) cut to fit.
    void text(int column, std::string_view line, TextStyle style = TextStyle::body, ImU32 color = 0);
    void two_lines(int column, std::string_view first, std::string_view second);
    // Places the cursor for a control of the given height, centred in the cell; put it back with after_control().
    void begin_control(int column, float height);
    void end_control();
    ImDrawList* list() const { return list_; }
    bool row_hovered() const { return hovered_; }
    bool row_visible() const { return visible_; } // false: scrolled away, its cells need no words

private:
    const Ui& ui_;
    ImDrawList* list_ = nullptr;
    std::vector<float> left_;
    std::vector<float> right_;
    std::vector<bool> align_right_;
    ImVec2 row_min_;
    ImVec2 row_max_;
    ImVec2 after_row_;
    bool hovered_ = false;
    bool visible_ = false;
    float content_right_ = 0; // of what is around the cell while a control is in it
    float left_edge_ = 0;
    float width_ = 0;
    int rows_ = 0;
    Part part_;
};

}
