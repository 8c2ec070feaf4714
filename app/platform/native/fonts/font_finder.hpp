#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct _FcConfig;

namespace middleground {

// A font file, and which of its fonts.
struct FontPlace {
    std::string path;
    int index = 0;
    bool operator==(const FontPlace&) const = default;
};

// What is wanted of a font besides letters.
struct FontWish {
    int weight = 400;     // as CSS counts
    std::string language; // "ja", "zh-cn"; empty: the user's
    bool colored = false; // pictures in colours, if there are any
};

// The fonts that fontconfig knows, best first.
class FontFinder {
public:
    // Those of the system; or those of one folder only, which need not exist.
    explicit FontFinder(const std::optional<std::string>& folder = {});

    // The fonts that have all of these code points, best first: those made for reading on a screen before those with serifs, of one width
    // or for show. Empty: none has them all.
    std::vector<FontPlace> fonts_with(std::span<const char32_t> letters, const FontWish& wish);

private:
    struct Sorted;
    const Sorted& sorted(const FontWish& wish);

    std::shared_ptr<_FcConfig> config_; // null: fontconfig could not be read
    std::vector<std::shared_ptr<Sorted>> known_;
};

}
