// Any bytes as a workbook.

#include "tests/fuzz/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    return middleground::fuzz::read_any(data, size, "PK\\3\\4", "a.xlsx");
}
