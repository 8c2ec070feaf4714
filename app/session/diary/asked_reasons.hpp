#pragma once

#include "core/outlook_reasons.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace middleground {

// Why chances are other ones than some days ago, for those deals whose page or line asks for it: worked out a slice at a time. By deal id.
class AskedReasons {
public:
    // Null until it is worked out. `played` refers to copies that stay until forget(). `first`: before all that is worked out beside it.
    const ChanceReasons* of(const std::string& id, const PlayedDeal& played, const BeliefChange& change, bool first);
    void forget(const std::string& id);
    void clear();

    bool has_work() const { return !searches_.empty(); }
    enum class Did : std::uint8_t { nothing, a_slice, the_last_one };
    Did work(const Recalibration& record, bool first_only);

private:
    struct Asked {
        ReasonSearch search;
        bool first = false;
    };
    std::map<std::string, Asked> searches_;
    std::map<std::string, ChanceReasons> found_;
};

}
