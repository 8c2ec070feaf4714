// The readers as a program of their own: what web/reader.js, a worker, runs. It knows nothing of deals, and the page's program nothing of it but the text
// that it answers with (core/records/json_records.hpp).
#include "app/platform/web/web_charsets.hpp"
#include "core/readers/read_file.hpp"
#include "core/readers/recognise.hpp"

#include <emscripten.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

using namespace middleground;

namespace {

char* copied(const std::string& text) {
    auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (copy) std::memcpy(copy, text.c_str(), text.size() + 1);
    return copy;
}

}

extern "C" {

// What stands in the file, as read_file_as_json has it. Empty: it is a table or a file of ours, which the page's program reads itself. Null: no memory was
// left. `today` is YYYY-MM-DD; the answer is the caller's, who frees it.
EMSCRIPTEN_KEEPALIVE char* mg_read(const char* name, const char* bytes, std::uint32_t size, const char* today, std::int32_t utc_minutes) {
    const std::string_view file(bytes, size);
    if (size <= readers::most_bytes && readers::is_for_the_program(readers::recognise(file, name))) return copied({});
    const WebCharsets charsets;
    const readers::ReadOptions options{Date::parse(today).value_or(Date{}), &charsets, utc_minutes};
    return copied(readers::read_file_as_json(file, name, options));
}
}
