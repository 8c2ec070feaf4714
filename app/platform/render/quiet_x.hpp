#pragma once

namespace middleground {

// While it lives, the X server may refuse what it is asked for, as one without a working OpenGL does: otherwise that ends the program.
// Does nothing on other systems.
class QuietX {
public:
    QuietX();
    ~QuietX();
    QuietX(const QuietX&) = delete;
    QuietX& operator=(const QuietX&) = delete;

private:
    [[maybe_unused]] void* library_ = nullptr;
    [[maybe_unused]] void* before_ = nullptr; // what was called for errors
};

}
