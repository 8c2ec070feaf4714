#pragma once

#include "app/platform/native/fonts/font_face.hpp"
#include "app/platform/native/fonts/font_finder.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// A part of a text that is drawn with one font: the code points from `begin` to before `end`.
struct FontRun {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::shared_ptr<FontFace> face;
};

struct FontRuns {
    std::vector<char32_t> letters; // the whole text
    std::vector<FontRun> runs;     // all of it, in its order
    std::string language;          // of the text, where its letters say it; else empty
    bool any = false;              // some font has some of it
};

// Which font each letter of a text is drawn with: the program's own where it has the letter, else what fontconfig says. What no font has
// is drawn with the program's own, as a box.
class FontChoice {
public:
    explicit FontChoice(const std::optional<std::string>& folder = {});

    // `text` is UTF-8 without control characters; a broken byte is U+FFFD. No runs: not even the program's own fonts can be opened.
    FontRuns runs_of(std::string_view text, int weight);

private:
    std::shared_ptr<FontFace> own_face(int weight);
    std::shared_ptr<FontFace> face_at(const FontPlace& place);
    std::shared_ptr<FontFace> face_for(const std::vector<char32_t>& letters, const FontWish& wish);

    FontLibrary library_;
    FontFinder finder_;
    std::map<std::string_view, std::shared_ptr<FontFace>> own_;
    std::vector<std::pair<FontPlace, std::shared_ptr<FontFace>>> faces_; // null: cannot be read
    struct Wanted {
        std::vector<char32_t> letters;
        int weight = 0;
        std::string language;
        bool colored = false;
        auto operator<=>(const Wanted&) const = default;
    };
    std::map<Wanted, std::shared_ptr<FontFace>> chosen_;
};

}
