// Any bytes as a list of contacts.

#include "tests/fuzz/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    return middleground::fuzz::read_any(data, size, "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n", "a.csv");
}
