#include "app/platform/native/native_entropy.hpp"

#include <cstdio>
#include <memory>

namespace middleground {

bool draw_entropy(std::span<unsigned char> bytes) {
    // Of every Unix, while getrandom() is Linux's own. Unbuffered: no byte more is taken, and none stays behind in memory.
    const std::unique_ptr<std::FILE, decltype([](std::FILE* file) { std::fclose(file); })> device(std::fopen("/dev/urandom", "rb"));
    if (!device) return false;
    std::setvbuf(device.get(), nullptr, _IONBF, 0);
    return std::fread(bytes.data(), 1, bytes.size(), device.get()) == bytes.size();
}

}
