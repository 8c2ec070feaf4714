// Any bytes as a mail or a mailbox.

#include "tests/fuzz/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    return middleground::fuzz::read_any(data, size, "From: ", "a.eml");
}
