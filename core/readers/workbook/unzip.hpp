#pragma once

#include "core/base/error.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace middleground::readers {

// A zip in memory, by minizip. The bytes outlive it.
class Zip {
public:
    // Nothing but an error when it is none, or cut off.
    static Result<Zip> open(std::string_view bytes);
    ~Zip();
    Zip(Zip&&) noexcept;
    Zip& operator=(Zip&&) noexcept;

    bool has(const std::string& name);
    // A part of it, unpacked: never more than `most` bytes, whatever it says of itself.
    Result<std::string> read(const std::string& name, std::uint32_t most);

private:
    struct Impl;
    explicit Zip(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}
