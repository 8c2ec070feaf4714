#include "app/ui/widgets/drag_scroll.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace middleground {

namespace {

constexpr float slop = 8;              // pixels that a resting finger trembles
constexpr double sample_ms = 60;       // over which the speed is measured
constexpr double shortest_ms = 8;      // or a few pixels in no time would be a throw
constexpr double rest_ms = 90;         // who has held still for so long before lifting does not throw
constexpr double decay_ms = 325;       // after which a third of the speed is left
constexpr float fastest = 8;           // pixels a millisecond
constexpr float slowest_throw = 0.1f;  // slower than this, the content stays where it was put
constexpr float slowest = 0.02f;       // a third of a pixel in a frame: it rests

float length(ImVec2 vector) {
    return std::hypot(vector.x, vector.y);
}

ImVec2 scaled(ImVec2 vector, double by) {
    const auto factor = static_cast<float>(by);
    return {vector.x * factor, vector.y * factor};
}

ImVec2 between(ImVec2 from, ImVec2 to) {
    return {to.x - from.x, to.y - from.y};
}

}

void DragScroll::press(ImVec2 at, double ms) {
    const auto* coasting = std::get_if<Coasting>(&state_);
    state_ = Resting{at, ms, coasting != nullptr};
}

ImVec2 DragScroll::move(ImVec2 at, double ms) {
    if (const auto* resting = std::get_if<Resting>(&state_)) {
        const auto from = resting->at;
        const auto moved = between(from, at);
        if (length(moved) < slop) return {0, 0};
        // All of it, so that what was under the finger is under it again.
        state_ = Dragging{{{from, std::max(resting->since_ms, ms - sample_ms)}, {at, ms}}};
        return moved;
    }
    auto* dragging = std::get_if<Dragging>(&state_);
    if (!dragging) return {0, 0};
    auto& way = dragging->way;
    const auto moved = between(way.back().at, at);
    if (moved.x == 0 && moved.y == 0) return moved;
    // The last of them stays, however long ago.
    const auto recent = std::ranges::find_if(way, [&](const Passed& passed) { return ms - passed.ms <= sample_ms; });
    way.erase(way.begin(), std::min(recent, way.end() - 1));
    way.push_back({at, ms});
    return moved;
}

DragScroll::Release DragScroll::release(double ms) {
    const auto state = std::exchange(state_, Untouched{});
    if (const auto* resting = std::get_if<Resting>(&state)) return resting->caught ? Release::nothing : Release::tap;
    const auto* dragging = std::get_if<Dragging>(&state);
    if (!dragging) return Release::nothing;
    const auto& first = dragging->way.front();
    const auto& last = dragging->way.back();
    const auto velocity = scaled(between(first.at, last.at), 1 / std::max(shortest_ms, last.ms - first.ms));
    const auto fast = length(velocity);
    if (ms - last.ms < rest_ms && fast > slowest_throw) {
        state_ = Coasting{scaled(velocity, std::min(1.0f, fastest / fast)), ms};
    }
    return Release::drag;
}

void DragScroll::give_up() {
    if (is_down()) {
        state_ = GivenUp{};
    } else {
        state_ = Untouched{};
    }
}

void DragScroll::stop(Axis axis) {
    auto* coasting = std::get_if<Coasting>(&state_);
    if (!coasting) return;
    (axis == Axis::x ? coasting->velocity.x : coasting->velocity.y) = 0;
    if (length(coasting->velocity) < slowest) state_ = Untouched{};
}

ImVec2 DragScroll::coast(double ms) {
    auto* coasting = std::get_if<Coasting>(&state_);
    if (!coasting || ms <= coasting->at_ms) return {0, 0};
    const auto left = std::exp(-(ms - coasting->at_ms) / decay_ms);
    const auto way = scaled(coasting->velocity, decay_ms * (1 - left));
    coasting->velocity = scaled(coasting->velocity, left);
    coasting->at_ms = ms;
    if (length(coasting->velocity) < slowest) state_ = Untouched{};
    return way;
}

bool DragScroll::is_down() const {
    return std::holds_alternative<Resting>(state_) || std::holds_alternative<Dragging>(state_);
}

bool DragScroll::is_dragged() const {
    return std::holds_alternative<Dragging>(state_);
}

std::optional<ImVec2> DragScroll::resting_at() const {
    const auto* resting = std::get_if<Resting>(&state_);
    if (!resting || resting->caught) return {};
    return resting->at;
}

double DragScroll::resting_since_ms() const {
    const auto* resting = std::get_if<Resting>(&state_);
    return resting ? resting->since_ms : 0;
}

}
