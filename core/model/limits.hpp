#pragma once

namespace middleground {

// Limits that hold for every deal, so that nothing that enters can make the program slow or large.
struct Limits {
    static constexpr int stakeholders = 500;
    static constexpr int commitments = 1000;
    static constexpr int interactions = 5000;
    static constexpr int influences = 5000;
    static constexpr int others = 2000;     // concerns, promises, alternatives; each list on its own
    static constexpr int tags = 100;
    static constexpr int links = 200;
    static constexpr int fields = 100;      // of the seller's own, of a deal or a person
    static constexpr int events = 500;      // per thing
    static constexpr int diary = 1000;      // days of it
    static constexpr int belief_days = 40000; // from one to a close date: more than a century
    static constexpr int belief_by = 2147483647;
    static constexpr int group_size = 100;  // expected people in the buying group
    static constexpr int short_text = 500;  // bytes: names, titles
    static constexpr int long_text = 20000; // bytes: everything else
};

}
