#include "core/readers/workbook/unzip.hpp"

#include "core/base/printed_text.hpp"

#include <unzip.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace middleground::readers {

namespace {

// What minizip reads with, of a text in memory.
struct Memory {
    std::string_view bytes;
    std::uint64_t at = 0;
};

voidpf open_memory(voidpf opaque, const void*, int) {
    return opaque;
}
uLong read_memory(voidpf, voidpf stream, void* to, uLong size) {
    auto& memory = *static_cast<Memory*>(stream);
    const auto left = memory.at < memory.bytes.size() ? memory.bytes.size() - memory.at : 0;
    const auto count = std::min<std::uint64_t>(size, left);
    if (count > 0) std::memcpy(to, memory.bytes.data() + memory.at, count);
    memory.at += count;
    return static_cast<uLong>(count);
}
uLong write_memory(voidpf, voidpf, const void*, uLong) {
    return 0;
}
ZPOS64_T tell_memory(voidpf, voidpf stream) {
    return static_cast<Memory*>(stream)->at;
}
long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    auto& memory = *static_cast<Memory*>(stream);
    const std::uint64_t from = origin == ZLIB_FILEFUNC_SEEK_CUR ? memory.at : origin == ZLIB_FILEFUNC_SEEK_END ? memory.bytes.size() : 0;
    if (offset > memory.bytes.size() || from + offset > memory.bytes.size()) return -1;
    memory.at = from + offset;
    return 0;
}
int close_memory(voidpf, voidpf) {
    return 0;
}
int no_error(voidpf, voidpf) {
    return 0;
}

Error broken() {
    return {"The file is damaged or cut off", {}, "Save it again, or export CSV."};
}

}

struct Zip::Impl {
    Memory memory;
    unzFile file = nullptr;

    ~Impl() {
        if (file) unzClose(file);
    }
};

Zip::Zip(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Zip::~Zip() = default;
Zip::Zip(Zip&&) noexcept = default;
Zip& Zip::operator=(Zip&&) noexcept = default;

Result<Zip> Zip::open(std::string_view bytes) {
    auto impl = std::make_unique<Impl>();
    impl->memory.bytes = bytes;
    zlib_filefunc64_def functions{open_memory, read_memory, write_memory, tell_memory, seek_memory, close_memory, no_error, &impl->memory};
    impl->file = unzOpen2_64("", &functions);
    if (!impl->file) return std::unexpected(broken());
    return Zip(std::move(impl));
}

bool Zip::has(const std::string& name) {
    return unzLocateFile(impl_->file, name.c_str(), 2) == UNZ_OK;
}

Result<std::string> Zip::read(const std::string& name, std::uint32_t most) {
    if (!has(name)) return fail("The part " + printed_line(name) + " is missing in it", {}, "Save it again, or export CSV.");
    if (unzOpenCurrentFile(impl_->file) != UNZ_OK) return std::unexpected(broken());
    std::string text;
    std::vector<char> buffer(64u << 10); // not on the stack, of which a page has little
    int count = 0;
    bool too_large = false;
    while ((count = unzReadCurrentFile(impl_->file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0) {
        if (text.size() + static_cast<std::size_t>(count) > most) {
            too_large = true;
            break;
        }
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    const bool sound = unzCloseCurrentFile(impl_->file) == UNZ_OK && count >= 0;
    if (too_large) return fail("It is larger than can be read once it is unpacked", {}, "Export CSV, or fewer rows.");
    if (!sound) return std::unexpected(broken());
    return text;
}

}
