#pragma once

#include "app/ui/widgets/ui.hpp"

#include <functional>

namespace middleground {

// Puts buttons side by side as long as there is room, from the cursor on.
class Flow {
public:
    Flow(const Ui& ui, float width);
    // Before each: the cursor goes to where one of that width fits.
    void next(float width);

private:
    const Ui& ui_;
    float right_;
    bool first_ = true;
};

// The same for fields, which are higher than others when they say what is wrong.
class FieldFlow {
public:
    FieldFlow(const Ui& ui, float width);
    // Draws one that is at least `least` wide and, where there is more room, up to `most`.
    void put(float least, float most, const std::function<void(float width)>& draw);
    // The cursor goes below all of them.
    void end() const;

private:
    const Ui& ui_;
    ImVec2 start_;
    float right_;
    ImVec2 at_;
    float below_; // where what was drawn so far ends
};

}
