// Any bytes as a transcript.

#include "tests/fuzz/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    return middleground::fuzz::read_any(data, size, "WEBVTT\n\n", "a.vtt");
}
