// Any bytes as an action plan.

#include "tests/fuzz/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    return middleground::fuzz::read_any(data, size, "# Plan\n- [ ] A step\n", "a.md");
}
