#include "core/files/json.hpp"
#include "core/files/json_file.hpp"
#include "core/files/json_reader.hpp"

namespace middleground::io {

// Only read, like playbooks. Found by name lookup from JsonReader::list.
static void describe(JsonReader& form, WordingPattern& pattern) {
    form.choice("class", pattern.kind);
    form.text("match", pattern.match);
    form.text("why", pattern.why);
    form.text("instead", pattern.instead);
}

Result<WordingTable> read_wording(std::string_view text) {
    const auto file = open_file(text, FileKind::wording);
    if (!file) return std::unexpected(file.error());
    WordingTable table;
    Reading reading;
    const Place root;
    JsonReader reader(*file, root, reading);
    int version = 0;
    reader.whole(marker_of(FileKind::wording), version, 0);
    reader.text("language", table.language);
    reader.list("patterns", table.patterns);
    if (reading.error) return std::unexpected(*reading.error);
    for (std::size_t i = 0; i < table.patterns.size(); ++i) {
        const auto& pattern = table.patterns[i];
        if (pattern.match.find_first_not_of(" *?|") == std::string::npos || pattern.match.front() == '*') {
            return fail("A pattern matches nothing", "patterns[" + std::to_string(i) + "].match", "Begin it with a word.");
        }
        if (pattern.why.empty() || pattern.instead.empty()) {
            return fail("A pattern does not say why, or what to say instead", "patterns[" + std::to_string(i) + "]", "Fill in both.");
        }
    }
    return table;
}

}
