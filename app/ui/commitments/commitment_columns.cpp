#include "app/ui/commitments/commitment_columns.hpp"

#include "app/ui/widgets/ui.hpp"

namespace middleground {

Column column_of(PlanColumn column) {
    switch (column) {
    case PlanColumn::number:
        return {"", 20, true, false};
    case PlanColumn::title:
        return {"Commitment", -1, false, true};
    case PlanColumn::done_when:
        return {"Done when", -1.3f, false, true};
    case PlanColumn::state:
        return {"State", 190, false, true};
    case PlanColumn::owner:
        return {"Buyer-side owner", 148, false, true};
    case PlanColumn::due:
        return {"Due", 72, false, true};
    case PlanColumn::needs:
        return {"Needs", 60, false, true};
    case PlanColumn::waits:
        return {"Waits for", 60, true, true};
    case PlanColumn::move:
        return {"", 100, true, false};
    }
    return {};
}

std::vector<PlanColumn> columns_for(const Ui& ui, float width, TableRoom room) {
    using enum PlanColumn;
    if (room == TableRoom::beside_detail) {
        return width >= ui.px(640) ? std::vector{number, title, state, owner, due} : std::vector{number, title, state, due};
    }
    std::vector shown{number, title, done_when, state, owner, due, needs, waits, move};
    struct Step {
        float below;
        PlanColumn goes;
    };
    for (const auto [below, goes] : {Step{1120, needs}, Step{1040, waits}, Step{960, done_when}, Step{780, owner}, Step{620, due}}) {
        if (width < ui.px(below)) std::erase(shown, goes);
    }
    return shown;
}

}
